import { codeWords, defineWords } from '@/shared/words';

export const useTalkWords = defineWords({
  title: ['沟通记录', 'Communication'],
  add: ['记一次沟通', 'Write down a talk'],
  addWhy: ['记下后不能修改或删除；有误时另记一条更正。', 'It is neither changed nor taken back; another entry corrects it.'],
  medium: ['方式', 'By'],
  direction: ['方向', 'Direction'],
  OUT: ['联系客户', 'to the customer'],
  IN: ['客户来访', 'from the customer'],
  at: ['时间', 'At'],
  note: ['内容', 'What was said'],
  outcome: ['结果', 'Outcome'],
  by: ['经办', 'By'],
  none: ['还没有沟通记录。系统发出的短信与您记下的电话、拜访都会出现在这里。', 'Nothing yet. What the platform sends and what you write down appear here.'],
});
export const medium = codeWords({ PHONE: ['电话', 'Phone'], VISIT: ['拜访', 'Visit'], LETTER: ['信函', 'Letter'], SMS: ['短信', 'SMS'], MAIL: ['邮件', 'Mail'], PUSH: ['推送', 'Push'], OTHER: ['其他', 'Other'] });
export const outcome = codeWords({ DELIVERED: ['已送达', 'Delivered'], REFUSED: ['未送达', 'Refused'], WITHHELD: ['按规则未发', 'Withheld'], TALKED: ['已沟通', 'Talked'] });
