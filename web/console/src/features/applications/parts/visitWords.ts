import type { Tone } from '@/shared/Chip';
import { codeWords, defineWords } from '@/shared/words';

export const useVisitWords = defineWords({
  title: ['外访', 'Visits'],
  none: ['没有外访记录。', 'No visits.'],
  plan: ['安排外访', 'Plan a visit'],
  planWhy: ['安排给您本人；到时在手机端打卡、拍照、签名，没有网络也能办理。', 'It is yours; check in, photograph and sign on the telephone, also without a line.'],
  purpose: ['事由', 'For'],
  at: ['约定时间', 'Agreed for'],
  place: ['地点（留空则为客户建档地址）', 'Place (empty: the address on file)'],
  about: ['关联申请', 'About'],
  noApplication: ['不关联申请', 'No application'],
  who: ['外访人', 'Who goes'],
  status: ['状态', 'Status'],
  open: ['查看记录', 'Record'],
  cancel: ['取消外访', 'Cancel'],
  confirm: ['协办确认', 'Confirm as second person'],
  confirmWhy: ['您在场，且记录属实；确认后即为双人调查。', 'You were there and it was so: the record is then one of two people.'],
  confirmed: ['双人确认', 'By two people'],
  waits: ['待协办确认', 'Second person to confirm'],
  note: ['访谈记录', 'What was said and seen'],
  arrived: ['到达', 'Arrived'],
  position: ['定位', 'Position'],
  known: ['{where}，精度 {n} 米', '{where}, accurate to {n} m'],
  hash: ['记录指纹（SHA-256），可作为任务证据', 'Fingerprint (SHA-256), evidence for a task'],
  evidence: ['证据编号', 'Evidence id'],
  pictures: ['照片与签名', 'Pictures'],
  looked: ['查看已留痕。', 'This look is recorded.'],
  notTold: ['尚未提交记录。', 'Nothing was told yet.'],
  telephone: ['打开手机端', 'Open on the telephone'],
});
export const visitStatus = codeWords({ PLANNED: ['已安排', 'Planned'], REPORTED: ['已提交', 'Told'], CANCELLED: ['已取消', 'Cancelled'] });
export const visitTone: Record<string, Tone> = { PLANNED: 2, REPORTED: 1, CANCELLED: 'grey' };
export const pictureKind = codeWords({ PHOTOGRAPH: ['现场照片', 'Photograph'], SIGNATURE: ['客户签名', 'Signature'] });
export const noPosition = codeWords({ NOT_ALLOWED: ['无定位：未允许', 'none: not allowed'], UNAVAILABLE: ['无定位：设备无法定位', 'none: unavailable'], TIMED_OUT: ['无定位：超时', 'none: timed out'] });
