import type { Tone } from '@/shared/Chip';
import { codeWords, defineWords } from '@/shared/words';

export const useWords = defineWords({
  traces: ['链路', 'Trace'],
  deadLetters: ['死信与重放', 'Dead letters'],
  providers: ['供应方健康', 'Providers'],
  events: ['事件流', 'Events'],
  health: ['总览', 'Overview'],
  faults: ['故障开关', 'Fault switches'],
  faultsWhy: ['仅开发环境：让模拟的外部世界出错，看系统怎样应对。', 'Development system only: makes the simulated outside world misbehave, to see how the platform copes.'],
  fault: ['故障', 'Fault'],
  times: ['次数（空为一直）', 'Times (empty: until switched off)'],
  switchOn: ['打开故障', 'Switch on'],
  switchOff: ['关闭', 'Switch off'],
  allOff: ['全部关闭', 'All off'],
  noFaults: ['没有打开的故障，外部世界一切正常。', 'No fault is on: the outside world behaves.'],
  struck: ['命中 / 调用', 'Struck / calls'],
  type: ['类型', 'Type'],
  all: ['全部', 'All'],
  filter: ['筛选', 'Filter'],
  trace: ['申请', 'Application'],
  hold: ['暂停', 'Hold'],
  goOn: ['继续', 'Go on'],
  noEvents: ['没有符合条件的消息。', 'No message fits.'],
  dead: ['死信', 'Dead letters'],
  consumer: ['消息处理', 'Consumer'],
  lag: ['积压', 'Lag'],
  instance: ['实例', 'Instance'],
  seen: ['最近心跳', 'Last seen'],
  nobody: ['无人处理', 'Nobody'],
  down: ['无应答', 'No answer'],
  resume: ['恢复处理', 'Resume'],
  application: ['申请标识（UUID）', 'Application id (UUID)'],
  look: ['查看', 'Look'],
  ask: ['输入一笔申请的标识，查看它经过各服务的全过程。', 'Enter an application’s id to see its way through all services.'],
  messages: ['消息', 'Messages'],
  spans: ['调用', 'Spans'],
  noSpans: ['这笔申请没有被采样，只有消息。', 'It was not sampled: only its messages are known.'],
  service: ['服务', 'Service'],
  what: ['事项', 'What'],
  took: ['用时', 'Took'],
  at: ['时刻', 'At'],
  course: ['进程', 'Course'],
  who: ['经办', 'Who'],
  state: ['状态', 'State'],
  waiting: ['待处理', 'Waiting for a person'],
  topic: ['主题 / 分区 / 位移', 'Topic / partition / offset'],
  reason: ['原因', 'Reason'],
  attempts: ['尝试', 'Attempts'],
  failedAt: ['最近失败', 'Last failed'],
  none: ['这个服务没有死信。', 'No dead letters at this service.'],
  replay: ['重放', 'Replay'],
  replayWhy: ['把这条消息再次交给它的处理程序。收件箱保证已处理过的不会重复生效。', 'Hands the message to its handler again; the inbox makes repeats harmless.'],
  discard: ['申请丢弃', 'Propose discard'],
  discardWhy: ['须由另一位运维确认。说明中不得出现个人姓名或号码。', 'Another operator confirms it. No names or numbers of persons in the note.'],
  note: ['说明（至少 5 个字）', 'Note (5 characters)'],
  why: ['理由', 'Reason'],
  confirm: ['确认丢弃', 'Confirm discard'],
  reject: ['不丢弃', 'Keep it'],
  provider: ['供应方', 'Provider'],
  calls: ['调用次数', 'Calls'],
  failures: ['失败', 'Failures'],
  p95: ['P95', 'p95'],
  circuit: ['熔断器', 'Circuit'],
  failureRate: ['失败率', 'Failure rate'],
  noProviders: ['还没有调用过供应方。', 'No provider was called yet.'],
});

export const letterState = codeWords({
  RETRYING: ['重试中', 'Retrying'], DEAD: ['待处理', 'Dead'], DISCARDING: ['待确认丢弃', 'Discard proposed'], HANDLED: ['已处理', 'Handled'], DISCARDED: ['已丢弃', 'Discarded'],
});
export const discardReason = codeWords({
  NOT_OURS: ['不属于本系统', 'Not ours'], SUPERSEDED: ['已被后续消息取代', 'Superseded'], SETTLED_OTHERWISE: ['已另行处理', 'Settled otherwise'], TEST: ['测试数据', 'A test'],
});
export const circuitState = codeWords({ closed: ['正常', 'Closed'], opened: ['已断开', 'Open'], 'half-opened': ['试探中', 'Half open'] });
export const circuitTone: Record<string, Tone> = { closed: 1, opened: 5, 'half-opened': 3 };
export const consumerState = codeWords({ RUNNING: ['运行中', 'Running'], WAITING: ['等待消息总线', 'Waits for the bus'], STOPPED: ['已停止', 'Stopped'] });
export const fault = codeWords({ slow: ['慢 3 秒', '3 s slow'], hang: ['不应答', 'Silent'], error: ['报错 500', 'Error 500'], busy: ['繁忙 503', 'Busy 503'], malformed: ['回答残缺', 'Broken answers'] });
export const provider = codeWords({
  IDENTITY: ['身份核验', 'Identity'], TELECOM: ['运营商', 'Telecom'], CREDIT_BUREAU: ['人行征信', 'Credit bureau'], SOCIAL_INSURANCE: ['社保公积金', 'Social insurance'], TAX: ['税务', 'Tax'],
  COURT: ['司法', 'Court'], REGISTRY: ['工商', 'Registry'], FACE: ['人脸核身', 'Face'], PAYMENT: ['支付下单', 'Payment orders'], PAYMENT_QUERY: ['支付查询', 'Payment queries'], PAYMENT_FILE: ['清算文件', 'Settlement files'],
  MESSAGE: ['短信', 'Messages'], TELECOM_STATE: ['号码状态', 'State of numbers'], SIGNATURE: ['电子签章', 'Signatures'], INVOICE: ['发票查验', 'Invoices'],
});
