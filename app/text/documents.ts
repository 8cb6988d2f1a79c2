export const documentText = {
  committeeOf: (community: string) => `${community}居民委员会`,
  otherSeat: "其他",
  objection: (place: string) =>
    `公示期内如有异议，请以书面、电话或当面方式向社区居民委员会提出${place ? `（地点：${place}）` : ""}，我们将在收到后答复。`,
};
