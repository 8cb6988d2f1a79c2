/** Somebody who goes round the table with a tablet and casts for people on their word; known by the device's key. */
export interface Helper {
  readonly kind: "helper";
  /** Digest of the device's key. */
  readonly deviceId: string;
  readonly meetingId: string;
  readonly communityId: string;
  readonly name: string;
}

/**
 * The key of the device that opened a helper's link: bound to that device, and the same however often it asks, its answer may have been lost.
 * `sign` is the house's keyed digest, `linkId` the digest of the link's key, `device` the browser's lasting random name.
 */
export function helperKey(sign: (text: string) => string, linkId: string, device: string): string {
  return sign(`helper|${linkId}|${device}`);
}
