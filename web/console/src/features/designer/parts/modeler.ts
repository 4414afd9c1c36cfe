// The modeler, with what the engine runs and nothing else: palette, context pad and replace menu offer no other element.
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import Modeler from 'bpmn-js/lib/Modeler';
import behaviours from 'camunda-bpmn-js-behaviors/lib/camunda-platform';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import type { Lang } from '@/shared/words';
import { chinese } from './chinese';
import type { Drawing, Entries, Services, Shape } from './drawing';

type Say = (text: string) => string;
type Made = { type: string; eventDefinitionType?: string };

const TASKS: readonly [name: string, icon: string, words: string, made: Made][] = [
  ['user-task', 'bpmn-icon-user-task', 'user task', { type: 'bpmn:UserTask' }],
  ['service-task', 'bpmn-icon-service-task', 'service task', { type: 'bpmn:ServiceTask' }],
  ['timer', 'bpmn-icon-intermediate-event-catch-timer', 'timer event', { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' }],
];
const NOT_RUN = /^create\.(task|intermediate-event|data-object|data-store|group)$|^append\.(append-task|intermediate-event|condition-intermediate-event|signal-intermediate-event|compensation-activity)$/;
const RUN = new Set(
  [
    'none-start none-end error-end terminate-end message-intermediate-catch timer-intermediate-catch',
    'exclusive-gateway parallel-gateway inclusive-gateway event-based-gateway',
    'user-task manual-task service-task send-task receive-task rule-task script-task call-activity expanded-subprocess collapsed-subprocess subprocess',
    'timer-boundary message-boundary error-boundary non-interrupting-timer-boundary non-interrupting-message-boundary',
    'sequence-flow default-flow conditional-flow expanded-pool',
  ].flatMap((line) => line.split(' ').map((name) => `replace-with-${name}`)),
);

const kept = (entries: Entries, allowed: (name: string) => boolean): Entries => Object.fromEntries(Object.entries(entries).filter(([name]) => allowed(name)));

/** Only what publication accepts: whatever else is drawn elsewhere is refused by its name. */
class Restricted {
  static $inject = ['palette', 'contextPad', 'popupMenu', 'elementFactory', 'create', 'autoPlace', 'translate'];
  constructor(
    palette: Services['palette'], contextPad: Services['contextPad'], popupMenu: Services['popupMenu'],
    private readonly factory: Services['elementFactory'], private readonly create: Services['create'], private readonly place: Services['autoPlace'], private readonly say: Say,
  ) {
    palette.registerProvider(500, { getPaletteEntries: () => (entries: Entries) => this.palette(entries) });
    contextPad.registerProvider(500, { getContextPadEntries: (element: Shape) => (entries: Entries) => this.pad(element, entries) });
    popupMenu.registerProvider('bpmn-replace', 500, { getPopupMenuEntries: () => (entries: Entries) => kept(entries, (name) => RUN.has(name)) });
  }

  private palette(entries: Entries): Entries {
    const ours = TASKS.map(([name, icon, words, made]) => {
      const start = (event: Event) => this.create.start(event, this.factory.createShape(made));
      return [`create.${name}`, { group: 'activity', className: icon, title: this.say(`Create ${words}`), action: { dragstart: start, click: start } }] as const;
    });
    return { ...kept(entries, (name) => !NOT_RUN.test(name)), ...Object.fromEntries(ours) };
  }

  private pad(element: Shape, entries: Entries): Entries {
    const open = 'append.end-event' in entries, rest = kept(entries, (name) => !NOT_RUN.test(name));
    if (!open) return rest;
    const ours = TASKS.map(([name, icon, words, made]) => {
      const drag = (event: Event) => this.create.start(event, this.factory.createShape(made), { source: element });
      const act = { dragstart: drag, click: () => this.place.append(element, this.factory.createShape(made)) };
      return [`append.${name}`, { group: 'model', className: icon, title: this.say(`Append ${words}`), action: act }] as const;
    });
    return { ...rest, ...Object.fromEntries(ours) };
  }
}

export function modelerIn(container: HTMLElement, lang: Lang): Drawing {
  const restricted = { __init__: ['restricted'], restricted: ['type', Restricted] };
  const modules = [behaviours, restricted, ...(lang === 'zh' ? [chinese] : [])];
  return new Modeler({ container, moddleExtensions: { camunda }, additionalModules: modules } as never) as unknown as Drawing;
}
