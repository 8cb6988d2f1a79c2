/** Of a 彩排, on every face. By itself, so that phones load no more of it than these words. */
export const trialBandText = {
  band: "彩排中 · 不计入记录",
  overTitle: "彩排已经结束",
  over: "这次彩排没有留下任何记录。",
  overHint: "正式开会时，请重新扫大屏上的二维码。",
};
