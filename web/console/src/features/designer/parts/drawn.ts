// Drawing without a pointer: what the palette and a drag do, as commands that can be undone.
import type { Drawing, Shape } from './drawing';

/** A new element behind another, tied to it. */
export function appended(drawing: Drawing, source: Shape, type: string): Shape {
  return drawing.get('autoPlace').append(source, drawing.get('elementFactory').createShape({ type }));
}

/** A new element in the middle of a flow, which then leads to it, and another from it. */
export function inserted(drawing: Drawing, flow: Shape, type: string): Shape {
  const shape = drawing.get('elementFactory').createShape({ type });
  return drawing.get('modeling').createShape(shape, middleOf(flow), flow);
}

export function connected(drawing: Drawing, source: Shape, target: string): Shape {
  return drawing.get('modeling').connect(source, drawing.get('elementRegistry').get(target)!);
}

/** The middle of the longest piece of a flow: there is most room. */
function middleOf(flow: Shape) {
  const points = flow.waypoints!, pieces = points.slice(1).map((to, at) => ({ from: points[at]!, to }));
  const length = ({ from, to }: (typeof pieces)[number]) => Math.hypot(to.x - from.x, to.y - from.y);
  const { from, to } = pieces.reduce((best, each) => (length(each) > length(best) ? each : best));
  return { x: Math.round((from.x + to.x) / 2), y: Math.round((from.y + to.y) / 2) };
}
