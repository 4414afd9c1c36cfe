import { defineWords } from '@/shared/words';

export const useWords = defineWords({
  product: ['信流 · 外勤', 'Xinliu · Field work'],
  brand: ['信流外勤', 'Xinliu field'],
  skip: ['跳到正文', 'Skip to content'],
  back: ['返回当日外访', 'Back to the day'],
  dark: ['深色', 'Dark'],
  light: ['浅色', 'Light'],
  language: ['English', '中文'],
  out: ['退出登录', 'Sign out'],
  signIn: ['登录', 'Sign in'],
  signInWhy: ['用工作台账号登录。当日外访、照片和签名加密保存在本机，没有网络也能办理。', 'Sign in as at your desk. The day, photographs and signatures are kept encrypted on this telephone and work without a line.'],
  desk: ['在电脑上：打开工作台', 'On a computer: open the desk'],
  offline: ['网络已断开。填写和照片加密保存在本机，联网后自动发送。', 'No line. What you enter is kept encrypted here and sent when the line is back.'],
  wrongRole: ['外勤由客户经理和风控专员办理，您的岗位没有这项权限。', 'Field work is for customer managers and risk officers.'],
});
