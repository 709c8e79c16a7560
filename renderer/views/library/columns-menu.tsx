import { Columns3 } from "lucide-react";
import { useState } from "react";
import { IconButton } from "../../ui/button.tsx";
import { Checklist } from "../../ui/checklist.tsx";
import { Popover } from "../../ui/popover.tsx";
import { COLUMNS } from "./columns.tsx";
import styles from "./library.module.css";
import { words } from "./words.ts";

interface ColumnsMenuProps {
  /** The columns that were chosen, by their names with spaces between. */
  shown: string;
  onShow: (shown: string) => void;
  /** How wide the table is, in pixels; null where there is none. */
  roomOf: () => number | null;
}

/** Which columns the table has. */
export function ColumnsMenu(props: ColumnsMenuProps) {
  return (
    <Popover
      label={words.columns}
      trigger={
        <IconButton label={words.columns}>
          <Columns3 aria-hidden="true" />
        </IconButton>
      }
    >
      {() => <ColumnChoice {...props} />}
    </Popover>
  );
}

/** A column that is ticked and not there would seem to be a defect, so that it is said which have no room. */
function ColumnChoice({ shown, onShow, roomOf }: ColumnsMenuProps) {
  const [room] = useState(roomOf);
  const hasRoom = ({ from = 0 }: { from?: number }) => room === null || from <= room;
  const chosen = shown.split(" ");
  const columns = COLUMNS.filter(({ id }) => id !== "title");
  return (
    <>
      <Checklist
        label={words.columns}
        options={columns.map((column) => ({
          code: column.id,
          label: hasRoom(column) ? column.label : words.columnWithoutRoom(column.label),
        }))}
        chosen={COLUMNS.map(({ id }) => id).filter((id) => chosen.includes(id))}
        onChange={(ids) => onShow(["title", ...ids].join(" "))}
      />
      {columns.every(hasRoom) ? null : <p className={styles.columnsHint}>{words.columnsWithoutRoom}</p>}
    </>
  );
}
