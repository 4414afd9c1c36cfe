// What we use of bpmn-js, with types: a drawing, its services, and the elements of a file (moddle).
export type Point = { x: number; y: number };

/** An element of the file: attributes by name, with the prefix of another vocabulary where they have one. */
export interface Moddle {
  $type: string;
  $parent?: Moddle;
  $attrs?: Record<string, string>;
  id?: string;
  get(name: string): unknown;
}

/** A shape, flow or label as it is drawn. */
export interface Shape extends Point {
  id: string;
  type: string;
  businessObject: Moddle;
  width: number;
  height: number;
  parent?: Shape;
  host?: Shape;
  source?: Shape;
  target?: Shape;
  labelTarget?: Shape;
  waypoints?: Point[];
  outgoing: Shape[];
  attachers?: Shape[];
  children: Shape[];
}

type Box = Point & { width: number; height: number };
type Values = Record<string, unknown>;
type Entries = Record<string, object>;

export interface Services {
  canvas: {
    zoom(to: 'fit-viewport' | number, center?: 'auto'): void;
    viewbox(box?: Box): Box & { inner: Box };
    getRootElement(): Shape;
    addMarker(id: string, marker: string): void;
    removeMarker(id: string, marker: string): void;
    scrollToElement(element: Shape, padding?: number): void;
  };
  elementRegistry: { get(id: string): Shape | undefined; getAll(): Shape[]; getGraphics(id: string): SVGElement | undefined };
  overlays: { add(id: string, kind: string, given: { position: object; html: HTMLElement; scale: object }): string; remove(filter: { type: string }): void };
  selection: { select(element: Shape | null): void; get(): Shape[] };
  modeling: {
    updateProperties(element: Shape, values: Values): void;
    updateModdleProperties(element: Shape, of: Moddle, values: Values): void;
    createShape(shape: Shape, at: Point | Box, parent: Shape, hints?: object): Shape;
    connect(source: Shape, target: Shape): Shape;
    removeElements(elements: Shape[]): void;
  };
  elementFactory: { createShape(given: Values): Shape };
  autoPlace: { append(source: Shape, shape: Shape): Shape };
  create: { start(event: Event, shape: Shape, context?: object): void };
  commandStack: { undo(): void; redo(): void; canUndo(): boolean; canRedo(): boolean };
  moddle: { create(type: string, values?: Values): Moddle };
  palette: { registerProvider(priority: number, provider: object): void };
  contextPad: { registerProvider(priority: number, provider: object): void };
  popupMenu: { registerProvider(kind: string, priority: number, provider: object): void };
  bpmnReplace: { replaceElement(element: Shape, target: Values): Shape };
}

export interface Drawing {
  importXML(xml: string): Promise<{ warnings: unknown[] }>;
  saveXML(how: { format: boolean }): Promise<{ xml?: string }>;
  get<Name extends keyof Services>(name: Name): Services[Name];
  on(event: string, act: (event: { element?: Shape; newSelection?: Shape[] }) => void): void;
  getDefinitions(): Moddle;
  destroy(): void;
}

export type { Entries };

/** Fits the drawing into its place with a margin, and leaves room at the left for what stands there. */
export function fit(drawing: Drawing, left = 0) {
  const canvas = drawing.get('canvas');
  canvas.zoom('fit-viewport', 'auto');
  const box = canvas.viewbox(), grown = 1.06 + left / 800;
  canvas.viewbox({ x: box.x - box.width * (0.03 + left / 800), y: box.y - (box.height * (grown - 1)) / 2, width: box.width * grown, height: box.height * grown });
}

/** The process that is drawn: the root itself, or what its only pool holds. */
export function processOf(drawing: Drawing): { element: Shape; process: Moddle } {
  const root = drawing.get('canvas').getRootElement();
  const pool = root.children.find((each) => each.type === 'bpmn:Participant' && each.businessObject.get('processRef'));
  return pool ? { element: pool, process: pool.businessObject.get('processRef') as Moddle } : { element: root, process: root.businessObject };
}

/** Steps, gateways, events and flows as they are drawn, without labels and what only explains. */
export const partsOf = (drawing: Drawing): Shape[] =>
  drawing.get('elementRegistry').getAll().filter((each) => !each.labelTarget && /:(\w*(Task|Event|Gateway)|CallActivity|SubProcess|SequenceFlow)$/.test(each.type));

export const nameOf = (shape: Shape): string => String(shape.businessObject.get('name') ?? '') || shape.id;
