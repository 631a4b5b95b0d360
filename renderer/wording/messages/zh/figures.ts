import type { Catalogue } from '../../english.ts';

export const figures: Catalogue['figures'] = {
  underMinuteLeft: '不到一分钟',
  minutesLeft: '大约还需 {minutes, plural, other {# 分钟}}',
  hoursLeft: '大约还需 {hours, plural, other {# 小时}}',
  yesterday: '昨天',
};
