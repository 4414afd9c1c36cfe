// bpmn-js asks one `translate` service for every label.
const WORDS: Record<string, string> = {
  'Activate hand tool': '拖动画布', 'Activate lasso tool': '框选', 'Activate create/remove space tool': '调整间距', 'Activate global connect tool': '连线',
  'Create start event': '开始事件', 'Create end event': '结束事件', 'Create gateway': '排他网关', 'Create expanded sub-process': '子流程', 'Create pool/participant': '泳池（泳道即角色）',
  'Create user task': '人工任务', 'Create service task': '服务请求', 'Create timer event': '定时事件',
  'Append user task': '追加人工任务', 'Append service task': '追加服务请求', 'Append timer event': '追加定时事件', 'Append end event': '追加结束事件', 'Append gateway': '追加网关',
  'Append receive task': '追加接收任务', 'Append message intermediate catch event': '追加消息事件', 'Append timer intermediate catch event': '追加定时事件',
  'Add text annotation': '加注释', 'Add lane above': '在上方加泳道', 'Add lane below': '在下方加泳道', 'Divide into two lanes': '分为两条泳道', 'Divide into three lanes': '分为三条泳道',
  'Change element': '更换类型', 'Connect to other element': '连到其他节点', 'Connect using association': '关联', 'Delete': '删除', 'Search in diagram': '在图中查找', 'Search': '查找',
  'Align elements': '对齐', 'Align elements ': '对齐', 'Distribute elements horizontally': '水平均分', 'Distribute elements vertically': '垂直均分',
  'Align elements left': '左对齐', 'Align elements center': '水平居中', 'Align elements right': '右对齐', 'Align elements top': '顶端对齐', 'Align elements middle': '垂直居中', 'Align elements bottom': '底端对齐',
  'Loop': '循环', 'Parallel multi-instance': '多人并行', 'Sequential multi-instance': '多人依次', 'Toggle non-interrupting': '切换中断与否', 'Collection': '集合', 'Open {element}': '打开 {element}',
  'User task': '人工任务', 'Manual task': '线下任务', 'Service task': '服务请求', 'Send task': '发送请求', 'Receive task': '接收任务', 'Business rule task': '决策任务', 'Script task': '计算任务', 'Call activity': '调用流程',
  'Sub-process': '子流程', 'Sub-process (collapsed)': '子流程（收起）', 'Sub-process (expanded)': '子流程（展开）',
  'Exclusive gateway': '排他网关', 'Parallel gateway': '并行网关', 'Inclusive gateway': '包容网关', 'Event-based gateway': '事件网关',
  'Start event': '开始事件', 'End event': '结束事件', 'Error end event': '错误结束', 'Terminate end event': '终止结束', 'Message intermediate catch event': '消息事件', 'Timer intermediate catch event': '定时事件',
  'Timer boundary event': '超时（中断）', 'Message boundary event': '消息（中断）', 'Error boundary event': '错误捕获', 'Timer boundary event (non-interrupting)': '超时升级（不中断）', 'Message boundary event (non-interrupting)': '消息（不中断）',
  'Sequence flow': '顺序流', 'Default flow': '默认去向', 'Conditional flow': '条件流', 'Expanded pool/participant': '泳池',
};

export const chinese = {
  translate: ['value', (text: string, values: Record<string, string> = {}) => (WORDS[text] ?? text).replace(/{([^}]+)}/g, (_, name: string) => values[name] ?? `{${name}}`)],
};
