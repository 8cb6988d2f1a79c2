import type { QrPath } from "./qr-path.ts";

/** Draws a QR code made by `qrPath`, black on white whatever lies below. */
export function QrCode({ qr, label, className }: { qr: QrPath; label: string; className?: string }) {
  return (
    <svg
      className={className}
      viewBox={`0 0 ${qr.size} ${qr.size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect width={qr.size} height={qr.size} fill="#fff" />
      <path d={qr.path} fill="#000" />
    </svg>
  );
}
