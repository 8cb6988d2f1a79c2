import { PageHeader } from "#app/components/desk/page-header.tsx";
import { deskText } from "#app/text/desk.ts";

export default function Today() {
  return <PageHeader title={deskText.pages.today} />;
}
