/** 名册: the community's own and its further ones, and who calls whom. */
export const rollText = {
  own: "本社区名册",
  ownHint: "不能停用",
  kinds: { people: "人员名册", owners: "业主名册" },
  kindHint: "人员名册只数人头；业主名册连同房屋，人数和专有部分面积一起计。",
  tabs: "换一份名册",
  manage: "管理名册",
  size: (people: number) => `${people} 人`,

  listTitle: "管理名册",
  listLead: "不同的会请不同的人：一份名册对应一类人，议事机构各自选定按哪份名册计应到。",
  listCaption: "名册",
  head: ["名册", "种类", "人数", "有表决权", "哪些议事机构用", "操作"],
  nobodyCalls: "还没有",
  back: "返回名册",
  addHeading: "新建名册",
  addHint: "建好以后可以导入、逐个添加，或从其他名册选人。",
  fields: { name: "名称", kind: "种类" },
  nameHint: "写明是哪些人，如“党员名册”。",
  create: "建立",
  removedHeading: "已停用",
  removedHint: "名册上的人都还在，恢复后照常使用。",
  removedHead: ["名册", "种类", "人数", "操作"],
  restore: "恢复使用",

  editLead: "改名或停用",
  save: "保存",
  cancel: "取消",
  remove: "停用",
  removeQuestion: (name: string) => `停用“${name}”？`,
  removeDetail: (people: number) =>
    people > 0
      ? `名册上还有 ${people} 人。停用后不能再用来安排会议，人员不会删除，随时可以恢复。`
      : "停用后不能再用来安排会议，随时可以恢复。",
  calledBy: (bodies: string[]) => `${bodies.map((name) => `“${name}”`).join("、")}正在用这份名册`,
  toBodies: "去议事机构",
  isCalled: (bodies: string) =>
    `${bodies}，不能停用。请先到“议事机构”里换成别的名册；已停用的机构，要先开完或停开它安排好的会议。`,
  staleTitle: "这份名册刚被别人改过",
  isRemovedName: (name: string) => `“${name}”已停用，恢复后才能改。`,
  isRemoved: "这份名册已停用，恢复后才能改。",
  toOpen: "查看名册",
  done: {
    added: (name: string) => `已建立“${name}”，现在可以往里加人`,
    saved: (name: string) => `已保存“${name}”`,
    removed: (name: string) => `已停用“${name}”`,
    restored: (name: string) => `已恢复“${name}”`,
  },

  owners: {
    count: (people: number, units: number, area: string) => `业主 ${people} 人，房屋 ${units} 套，专有部分面积 ${area}`,
    empty: "还没有导入业主和房屋。",
    hint: "业主名册按房屋管理：谁的、哪栋、几号、多少面积，都在房屋清单里。",
    open: "打开房屋清单",
  },

  emptyHint: "可以从其他名册里选人，也可以导入 Excel 表，或一个一个加。",
  copy: "从其他名册选人",
  copyTitle: "从其他名册选人",
  copyLead: (to: string) => `选入“${to}”`,
  copyHint: "选入的是一份副本：原名册不变，以后两边各改各的。",
  from: "从哪份名册选",
  noOther: "没有其他名册可选。",
  sourceEmpty: "这份名册还是空的",
  alreadyThere: "已在",
  choose: "选",
  chooseOf: (name: string) => `选${name}`,
  copyTicked: "选入勾选的人",
  copyAll: (count: number) => `全部选入（${count} 人）`,
  allThere: "列出的人都已经在名册里。",
  more: (count: number) => `还有 ${count} 人没有列出，请用查找或身份缩小范围，或全部选入。`,
  copied: (added: number, same: number) =>
    same > 0 ? `已选入 ${added} 人，另有 ${same} 人原来就在` : `已选入 ${added} 人`,

  bodyHint: "会议的应到名单从这份名册来。要请另一类人，先到“名册”里另建一份。",
  bodyChangeHint:
    "会议的应到名单从这份名册来。换名册后，还没开的会议按新名册重列应到，已打印的签到条要重新打印；开过的和正在开的不变。",
  newRoll: "另建名册",
  ofRoll: (name: string, kind: string) => `${name}（${kind}）`,

  elsewhere: (name: string) => `您还有一份文件在等着导入“${name}”。在这里读取新的文件，那一份就作废。`,
  toElsewhere: "去看那一份",

  refusals: {
    nameTaken: "已经有同名的名册。",
    kind: "请选择名册种类。",
    removed: "这份名册已停用，恢复后才能用。",
    ofBody: (name: string) => `它用的“${name}”已停用，请先恢复那份名册。`,
    owners: "业主和房屋一起导入，不能在这里逐个加人。",
    nobody: "请先勾选要选入的人。",
    sameRoll: "请选择另一份名册。",
  },
} as const;
