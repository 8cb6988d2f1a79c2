export const rootText = {
  product: "圆桌 · 社区议事",
  notFoundTitle: "没有这个页面",
  crashedTitle: "页面出错了",
  crashed: "刚才的操作没有完成，已保存的内容没有丢失。请返回后重试；若多次出现，请联系管理人员。",
  backHome: "返回首页",
};
