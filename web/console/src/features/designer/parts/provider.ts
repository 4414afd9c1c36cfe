// The properties provider: what the engine reads of each kind of element, by group, and how it is written into the file.
import type { Pair } from '@/shared/words';
import type { Drawing, Moddle, Shape } from './drawing';
import { nameOf, processOf } from './drawing';
import * as file from './moddle';

type Row = Record<string, string>;
export type Option = readonly [value: string, label: Pair | string];
export type Column = { key: string; label: Pair; options?: readonly Option[] };
export type Entry = { key: string; label: Pair; hint?: Pair } & (
  | { kind: 'text' | 'area'; value: string; set: (value: string) => void; suggests?: readonly Option[] }
  | { kind: 'select'; value: string; set: (value: string) => void; options: readonly Option[] }
  | { kind: 'check'; value: boolean; set: (value: boolean) => void }
  | { kind: 'choices'; value: readonly string[]; set: (value: string[]) => void; options: readonly Option[] }
  | { kind: 'rows'; value: readonly Row[]; set: (value: Row[]) => void; columns: readonly Column[] }
);
export type Group = { key: string; title: Pair; entries: Entry[] };
/** What the institution has that a process may name. */
export type Known = { processes: readonly Option[]; decisions: readonly Option[] };

// The words of publication's vocabulary; publication itself says what it does not know.
const NONE: Option = ['', ['（未指定）', '(none)']];
export const ROLES: readonly Option[] = [['approver', ['审批主管', 'Approver']], ['committee-member', ['贷审会委员', 'Committee member']], ['risk-officer', ['风控专员', 'Risk officer']]];
const REQUESTS: readonly Option[] = [
  ['external-data.requested', ['采集外部数据', 'Collect outside data']],
  ['fraud-screening.requested', ['反欺诈筛查', 'Fraud screening']],
  ['risk-assessment.requested', ['风险评估', 'Credit assessment']],
  ['supplement.requested', ['通知补件并等待', 'Ask for documents']],
];
const MESSAGES: readonly Option[] = [['application.supplemented', ['补件已到齐', 'Documents have arrived']]];
const OUTCOMES: readonly Option[] = [
  ['APPROVE', ['通过', 'Approve']], ['DECLINE', ['拒绝', 'Decline']], ['SUPPLEMENT', ['补件', 'Supplement']], ['COMMITTEE', ['送评审', 'To the committee']], ['DONE', ['办毕（不作决定）', 'Done (decides nothing)']],
];
const EVIDENCE: readonly Option[] = [
  ['INTERVIEW', ['面谈记录', 'Record of an interview']], ['DUAL_RECORDING', ['双录', 'Recording in sound and picture']], ['SIGNATURE', ['签字', 'Signature']],
  ['DISCLOSURE', ['告知书', 'Disclosure']], ['VALUATION', ['评估报告', 'Valuation']],
];
const RESULTS: readonly Option[] = [['', ['无（流程内结束）', 'None']], ['APPROVED', ['批准', 'Approved']], ['DECLINED', ['拒绝', 'Declined']]];
const FIELD_TYPES: readonly Option[] = [['string', ['文本', 'Text']], ['long', ['整数', 'Whole number']], ['boolean', ['是否', 'Yes or no']], ['date', ['日期', 'Date']], ['enum', ['选项', 'Choice']]];
const REPEATS: readonly Option[] = [['', ['不重复', 'Once']], ['parallel', ['多人并行', 'Each, at once']], ['sequential', ['多人依次', 'Each, in turn']], ['loop', ['循环', 'As long as']]];

const DURATION: Pair = ['ISO 8601 时长，如 PT10M（10 分钟）、P7D（7 天）', 'An ISO 8601 duration: PT10M, P7D'];
const EXPRESSION: Pair = ['表达式，如 amount_minor > 50000000', 'An expression, as amount_minor > 50000000'];

const text = (key: string, label: Pair, value: string, set: (value: string) => void, hint?: Pair): Entry => ({ key, label, kind: 'text', value, set, hint });
const select = (key: string, label: Pair, value: string, options: readonly Option[], set: (value: string) => void): Entry => ({
  key, label, kind: 'select', value, set, options: options.some(([each]) => each === value) ? options : [...options, [value, value]],
});

/** A property that lists several. */
export const listed = (of: Moddle, name: string) => file.property(of, name).split(',').map((each) => each.trim()).filter(Boolean);

/** The groups of a selected element. */
export function groupsOf(drawing: Drawing, element: Shape, known: Known): Group[] {
  const type = element.type.replace('bpmn:', ''), isRoot = ['Process', 'Participant', 'Collaboration'].includes(type);
  if (isRoot) return ofProcess(drawing);
  const groups = [general(drawing, element)];
  if (/^(User|Manual)Task$/.test(type)) groups.push(handling(drawing, element), evidence(drawing, element), form(drawing, element));
  if (/^(Service|Send)Task$/.test(type)) groups.push(requesting(drawing, element));
  if (type === 'BusinessRuleTask') groups.push(deciding(drawing, element, known));
  if (type === 'ScriptTask') groups.push(computing(drawing, element));
  if (type === 'CallActivity') groups.push(calling(drawing, element, known));
  if (type === 'ReceiveTask') groups.push({ key: 'message', title: ['消息', 'Message'], entries: [message(drawing, element)] });
  if (/Event$/.test(type)) groups.push(...happening(drawing, element));
  if (type === 'SequenceFlow') groups.push(...flowing(drawing, element));
  if (/Gateway$/.test(type)) groups.push(...branching(drawing, element));
  if (/(Task|CallActivity|SubProcess)$/.test(type)) {
    groups.push(waiting(drawing, element), repeating(drawing, element));
    if (!/^(CallActivity|SubProcess|ScriptTask)$/.test(type)) groups.push(passing(drawing, element));
  }
  return groups.filter((each) => each.entries.length);
}

function general(drawing: Drawing, element: Shape): Group {
  const of = element.businessObject, set = (name: string) => (value: string) => file.setAttribute(drawing, element, name, value);
  return {
    key: 'general',
    title: ['基本信息', 'General'],
    entries: [
      text('name', ['名称', 'Name'], file.attribute(of, 'name'), set('name')),
      text('id', ['标识', 'Id'], element.id, (value) => isFree(drawing, element, value) && set('id')(value), ['条件中引用的名字：小写字母、数字与下划线', 'What conditions call it: lower case, digits, _']),
      { key: 'documentation', label: ['说明', 'Documentation'], kind: 'area', value: file.documentation(of), set: (value) => file.setDocumentation(drawing, element, of, value) },
    ],
  };
}

const isFree = (drawing: Drawing, element: Shape, id: string) => /^[A-Za-z_][\w.-]*$/.test(id) && (id === element.id || !drawing.get('elementRegistry').get(id));

function ofProcess(drawing: Drawing): Group[] {
  const { element, process } = processOf(drawing), modeling = drawing.get('modeling');
  const set = (name: string, value: unknown) => modeling.updateModdleProperties(element, process, { [name]: value });
  const figures: Entry = {
    key: 'figures', label: ['流程参数', 'Figures'], hint: ['条件可引用的整数，如 credit_committee_over_minor', 'Whole numbers that conditions name'], kind: 'rows', value: file.properties(process),
    set: (rows) => file.setProperties(drawing, element, process, rows), columns: [{ key: 'name', label: ['名称', 'Name'] }, { key: 'value', label: ['数值', 'Value'] }],
  };
  return [
    {
      key: 'process',
      title: ['流程', 'Process'],
      entries: [
        text('name', ['名称', 'Name'], file.attribute(process, 'name'), (value) => set('name', value || undefined)),
        text('id', ['流程代码', 'Code'], file.attribute(process, 'id'), (value) => /^[a-z][a-z0-9-]*$/.test(value) && rename(drawing, element, process, value), ['小写单词，以 - 相连；改代码即另立新流程', 'Another code is another process']),
        { key: 'documentation', label: ['说明', 'Documentation'], kind: 'area', value: file.documentation(process), set: (value) => file.setDocumentation(drawing, element, process, value) },
        figures,
        {
          key: 'called', label: ['仅供其他流程调用', 'Called by other processes alone'], kind: 'check', value: file.attribute(process, 'camunda:isStartableInTasklist') === 'false',
          set: (value) => set('camunda:isStartableInTasklist', value ? false : undefined),
        },
      ],
    },
  ];
}

function rename(drawing: Drawing, element: Shape, process: Moddle, id: string) {
  if (element.businessObject === process) drawing.get('modeling').updateProperties(element, { id });
  else drawing.get('modeling').updateModdleProperties(element, process, { id });
}

/** Who works on it, until when, and what can be decided. */
function handling(drawing: Drawing, element: Shape): Group {
  const of = element.businessObject, set = (name: string) => (value: string) => file.setAttribute(drawing, element, name, value);
  const put = (name: string) => (value: string) => file.setProperty(drawing, element, of, name, value);
  const hours = file.property(of, 'dueWorkingHours'), chosen = listed(of, 'outcomes');
  return {
    key: 'handling',
    title: ['办理', 'Handling'],
    entries: [
      select('role', ['办理角色', 'Role'], file.attribute(of, 'camunda:candidateGroups'), [['', ['按泳道', 'By its lane']], ...ROLES], set('camunda:candidateGroups')),
      hours
        ? text('hours', ['时限（工作小时）', 'Deadline (working hours)'], hours, put('dueWorkingHours'))
        : text('due', ['时限（工作时间）', 'Deadline (working time)'], file.attribute(of, 'camunda:dueDate'), set('camunda:dueDate'), ['如 PT4H（4 小时）、P2D（2 个工作日）；过半提醒，到期告警，超时一半移交代理人', 'PT4H, P2D; reminded at half of it, late at its end, handed over at half more']),
      text('followUp', ['跟进时间', 'Follow up'], file.attribute(of, 'camunda:followUpDate'), set('camunda:followUpDate')),
      { key: 'outcomes', label: ['可作结论', 'Outcomes'], kind: 'choices', value: chosen, options: OUTCOMES, set: (value) => put('outcomes')(value.join(', ')) },
      text('quorum', ['表决人数', 'How many vote'], file.property(of, 'quorum'), put('quorum'), ['空为一人；多人表决须三分之二同意', 'Empty: one; of several two thirds must be in favour']),
      text('assignee', ['指定办理人', 'Assignee'], file.attribute(of, 'camunda:assignee'), set('camunda:assignee'), ['用户标识或 ${表达式}', 'A user id, or ${…}']),
      text('priority', ['优先级（至 100）', 'Priority (up to 100)'], file.attribute(of, 'camunda:priority'), set('camunda:priority')),
    ],
  };
}

/** What it cannot be completed without. */
function evidence(drawing: Drawing, element: Shape): Group {
  const of = element.businessObject, put = (name: string) => (value: string) => file.setProperty(drawing, element, of, name, value), needed = listed(of, 'evidence');
  const entries: Entry[] = [{ key: 'evidence', label: ['办结前须有', 'Needed before it ends'], kind: 'choices', value: needed, options: EVIDENCE, set: (value) => put('evidence')(value.join(', ')) }];
  if (needed.length)
    entries.push(
      text('valid', ['有效天数', 'Good for days'], file.property(of, 'evidenceValidDays'), put('evidenceValidDays')),
      text('remind', ['到期前提醒天数', 'Reminded days before it lapses'], file.property(of, 'evidenceRemindDays'), put('evidenceRemindDays')),
      { key: 'inPerson', label: ['须当面取得', 'Taken in person'], kind: 'check', value: file.property(of, 'evidenceInPerson') === 'true', set: (value) => put('evidenceInPerson')(value ? 'true' : '') },
    );
  return { key: 'evidence', title: ['证据', 'Evidence'], entries };
}

function form(drawing: Drawing, element: Shape): Group {
  const of = element.businessObject;
  return {
    key: 'form',
    title: ['表单', 'Form'],
    entries: [
      text('formKey', ['表单键', 'Form key'], file.attribute(of, 'camunda:formKey'), (value) => file.setAttribute(drawing, element, 'camunda:formKey', value)),
      {
        key: 'fields', label: ['表单项', 'Fields'], kind: 'rows', value: file.fields(of), set: (rows) => file.setFields(drawing, element, of, rows),
        hint: ['选项写作 代码=文字，逗号分隔；约束如 required, min=1, maxlength=200', 'Choices as CODE=words; constraints as required, min=1, maxlength=200'],
        columns: [
          { key: 'id', label: ['变量名', 'Variable'] }, { key: 'label', label: ['标签', 'Label'] }, { key: 'type', label: ['类型', 'Type'], options: FIELD_TYPES },
          { key: 'values', label: ['选项', 'Choices'] }, { key: 'constraints', label: ['约束', 'Constraints'] },
        ],
      },
    ],
  };
}

function requesting(drawing: Drawing, element: Shape): Group {
  const of = element.businessObject;
  const set = (value: string) => drawing.get('modeling').updateProperties(element, { 'camunda:type': value ? 'external' : undefined, 'camunda:topic': value || undefined });
  return { key: 'request', title: ['请求', 'Request'], entries: [select('topic', ['请求', 'Request'], file.attribute(of, 'camunda:topic'), [NONE, ...REQUESTS], set)] };
}

function deciding(drawing: Drawing, element: Shape, known: Known): Group {
  const of = element.businessObject;
  const version = (value: string) =>
    drawing.get('modeling').updateProperties(element, { 'camunda:decisionRefVersion': value || undefined, 'camunda:decisionRefBinding': value ? 'version' : undefined });
  return {
    key: 'decision',
    title: ['决策', 'Decision'],
    entries: [
      select('decisionRef', ['决策', 'Decision'], file.attribute(of, 'camunda:decisionRef'), [NONE, ...known.decisions], (value) => file.setAttribute(drawing, element, 'camunda:decisionRef', value)),
      text('decisionVersion', ['固定版本', 'Version'], file.attribute(of, 'camunda:decisionRefVersion'), version, ['空为最新版本', 'Empty: the newest']),
      text('resultVariable', ['结果变量', 'Result variable'], file.attribute(of, 'camunda:resultVariable'), (value) => file.setAttribute(drawing, element, 'camunda:resultVariable', value), ['空则每个输出各为同名变量', 'Empty: each output is a variable of its name']),
    ],
  };
}

function computing(drawing: Drawing, element: Shape): Group {
  const of = element.businessObject;
  return {
    key: 'script',
    title: ['计算', 'Script'],
    entries: [
      { key: 'script', label: ['表达式', 'Expression'], hint: EXPRESSION, kind: 'area', value: file.attribute(of, 'script'), set: (value) => drawing.get('modeling').updateProperties(element, { scriptFormat: 'zen', script: value || undefined }) },
      text('resultVariable', ['结果变量', 'Result variable'], file.attribute(of, 'camunda:resultVariable'), (value) => file.setAttribute(drawing, element, 'camunda:resultVariable', value)),
    ],
  };
}

function calling(drawing: Drawing, element: Shape, known: Known): Group {
  const of = element.businessObject, columns: Column[] = [{ key: 'source', label: ['来源（* 为全部）', 'Source (* for all)'] }, { key: 'target', label: ['变量名', 'Target'] }];
  const version = (value: string) =>
    drawing.get('modeling').updateProperties(element, { 'camunda:calledElementVersion': value || undefined, 'camunda:calledElementBinding': value ? 'version' : undefined });
  return {
    key: 'call',
    title: ['调用', 'Call'],
    entries: [
      select('called', ['调用流程', 'Called process'], file.attribute(of, 'calledElement'), [NONE, ...known.processes], (value) => file.setAttribute(drawing, element, 'calledElement', value)),
      text('calledVersion', ['固定版本', 'Version'], file.attribute(of, 'camunda:calledElementVersion'), version, ['空为最新版本', 'Empty: the newest']),
      { key: 'in', label: ['传入', 'In'], kind: 'rows', value: file.handed(of, 'camunda:In'), set: (rows) => file.setHanded(drawing, element, of, 'camunda:In', rows), columns },
      { key: 'out', label: ['传出', 'Out'], kind: 'rows', value: file.handed(of, 'camunda:Out'), set: (rows) => file.setHanded(drawing, element, of, 'camunda:Out', rows), columns },
    ],
  };
}

function message(drawing: Drawing, element: Shape): Entry {
  const holder = file.definition(element.businessObject) ?? element.businessObject, name = file.one(holder, 'messageRef');
  return select('message', ['等待的消息', 'Message'], name ? file.attribute(name, 'name') : '', [NONE, ...MESSAGES], (value) => file.setMessage(drawing, element, value));
}

function happening(drawing: Drawing, element: Shape): Group[] {
  const of = element.businessObject, definition = file.definition(of), title: Pair = ['事件', 'Event'];
  if (definition?.$type === 'bpmn:TimerEventDefinition')
    return [{ key: 'timer', title, entries: [text('duration', ['时长', 'Duration'], file.bodyOf(definition, 'timeDuration'), (value) => file.setDuration(drawing, element, value), DURATION)] }];
  if (definition?.$type === 'bpmn:MessageEventDefinition') return [{ key: 'message', title, entries: [message(drawing, element)] }];
  if (definition?.$type === 'bpmn:ErrorEventDefinition') {
    const error = file.one(definition, 'errorRef');
    return [{ key: 'error', title, entries: [text('error', ['错误代码', 'Error code'], error ? file.attribute(error, 'errorCode') : '', (value) => file.setError(drawing, element, value))] }];
  }
  if (element.type !== 'bpmn:EndEvent') return [];
  return [{ key: 'result', title: ['结局', 'Result'], entries: [select('result', ['申请结局', 'Result of the application'], file.property(of, 'result'), RESULTS, (value) => file.setProperty(drawing, element, of, 'result', value))] }];
}

function flowing(drawing: Drawing, element: Shape): Group[] {
  const source = element.source;
  if (!source || !/(Exclusive|Inclusive)Gateway$/.test(source.type)) return [];
  const isDefault = source.businessObject.get('default') === element.businessObject;
  const entries: Entry[] = [
    {
      key: 'default', label: ['默认去向', 'Default flow'], kind: 'check', value: isDefault,
      set: (value) => drawing.get('modeling').updateProperties(source, { default: value ? element.businessObject : undefined }),
    },
  ];
  if (!isDefault)
    entries.push({ key: 'condition', label: ['条件', 'Condition'], hint: EXPRESSION, kind: 'area', value: file.bodyOf(element.businessObject, 'conditionExpression'), set: (value) => file.setCondition(drawing, element, value) });
  return [{ key: 'flow', title: ['流转', 'Flow'], entries }];
}

function branching(drawing: Drawing, element: Shape): Group[] {
  if (!/(Exclusive|Inclusive)Gateway$/.test(element.type) || element.outgoing.length < 2) return [];
  const now = file.one(element.businessObject, 'default'), options = element.outgoing.map((each): Option => [each.id, nameOf(each) === each.id ? nameOf(each.target!) : nameOf(each)]);
  const set = (value: string) => drawing.get('modeling').updateProperties(element, { default: element.outgoing.find((each) => each.id === value)?.businessObject });
  return [{ key: 'branches', title: ['分支', 'Branches'], entries: [select('default', ['默认去向', 'Default flow'], now ? file.attribute(now, 'id') : '', [NONE, ...options], set)] }];
}

/** What happens when nobody answers: the timers on its edge; naming a duration draws one. */
function waiting(drawing: Drawing, element: Shape): Group {
  const timers = (element.attachers ?? []).filter((each) => file.definition(each.businessObject)?.$type === 'bpmn:TimerEventDefinition');
  const of = (interrupts: boolean) => timers.find((each) => (each.businessObject.get('cancelActivity') !== false) === interrupts);
  const durationOf = (timer: Shape | undefined) => (timer ? file.bodyOf(file.definition(timer.businessObject), 'timeDuration') : '');
  const set = (interrupts: boolean) => (value: string) => {
    const timer = of(interrupts);
    if (!value && timer) drawing.get('modeling').removeElements([timer]);
    else if (value) file.setDuration(drawing, timer ?? edgeTimer(drawing, element, interrupts), value);
  };
  return {
    key: 'timeout',
    title: ['超时与升级', 'Timeout and escalation'],
    entries: [
      text('timeout', ['超时转出（中断）', 'Timeout (interrupts)'], durationOf(of(true)), set(true), DURATION),
      text('escalation', ['超时升级（不中断）', 'Escalation (goes on)'], durationOf(of(false)), set(false), ['填写时长即在节点边缘画出定时事件', 'A duration draws a timer on its edge']),
    ],
  };
}

function edgeTimer(drawing: Drawing, host: Shape, cancelActivity: boolean): Shape {
  const shape = drawing.get('elementFactory').createShape({ type: 'bpmn:BoundaryEvent', eventDefinitionType: 'bpmn:TimerEventDefinition', cancelActivity });
  return drawing.get('modeling').createShape(shape, { x: host.x + host.width * (cancelActivity ? 0.8 : 0.2), y: host.y + host.height }, host, { attach: true });
}

function repeating(drawing: Drawing, element: Shape): Group {
  const of = file.repeats(element.businessObject), kind = !of ? '' : of.$type === 'bpmn:StandardLoopCharacteristics' ? 'loop' : of.get('isSequential') ? 'sequential' : 'parallel';
  const told = (name: string, label: Pair, isExpression: boolean) =>
    text(name, label, isExpression ? file.bodyOf(of, name) : file.attribute(of!, name), (value) => file.setRepeated(drawing, element, name, value));
  const entries = [select('repeats', ['重复', 'Repeats'], kind, REPEATS, (value) => file.setRepeats(drawing, element, value))];
  if (kind === 'loop') entries.push(told('loopCondition', ['继续条件', 'As long as'], true), told('loopMaximum', ['至多次数', 'At most'], false));
  else if (kind)
    entries.push(
      told('loopCardinality', ['次数', 'How many'], true), told('camunda:collection', ['或：逐项清单', 'Or: each of'], false),
      told('camunda:elementVariable', ['每项变量名', 'Variable of each'], false), told('completionCondition', ['提前结束条件', 'Complete when'], true),
    );
  return { key: 'repeats', title: ['重复', 'Repetition'], entries };
}

function passing(drawing: Drawing, element: Shape): Group {
  const of = element.businessObject, columns: Column[] = [{ key: 'name', label: ['变量名', 'Name'] }, { key: 'value', label: ['取值表达式', 'Expression'] }];
  const side = (key: 'inputParameters' | 'outputParameters', label: Pair): Entry => ({
    key, label, kind: 'rows', value: file.parameters(of, key), set: (rows) => file.setParameters(drawing, element, of, key, rows), columns,
  });
  return { key: 'passing', title: ['输入与输出', 'Input and output'], entries: [side('inputParameters', ['输入', 'Input']), side('outputParameters', ['输出', 'Output'])] };
}
