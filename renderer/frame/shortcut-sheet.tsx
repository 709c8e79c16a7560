import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { SHORTCUTS } from "#domain/shortcuts.ts";
import { printed, useSheet } from "../keys.ts";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import styles from "./shortcut-sheet.module.css";
import { words } from "./words.ts";

const GROUPS = ["Everywhere", "Library", "Reading", "Marking", "Comparing"] as const;

/** All keys on one sheet. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  useSheet();
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={onClose} className={styles.overlay ?? ""}>
      <Modal className={styles.sheet ?? ""}>
        <Dialog className={styles.dialog ?? ""}>
          <div className={styles.head}>
            <Heading slot="title">{words.shortcuts}</Heading>
            <Button onPress={onClose}>{words.close}</Button>
          </div>
          <div className={styles.groups}>
            {GROUPS.map((group) => (
              <section key={group}>
                <h3>{group}</h3>
                <dl>
                  {SHORTCUTS.filter((shortcut) => shortcut.group === group).map((shortcut) => (
                    <div key={shortcut.command}>
                      <dt>{shortcut.label}</dt>
                      <dd>
                        {shortcut.keys.map((keys) => (
                          <Kbd key={keys} keys={printed(keys)} />
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
