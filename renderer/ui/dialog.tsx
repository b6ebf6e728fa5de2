// A dialog over the window; Escape closes it, focus stays in it and goes back afterwards.
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The buttons, the first act last. */
  readonly footer?: ReactNode;
  /** In px; 520 when left out. */
  readonly width?: number;
  /** Hides the title from the eye, not from the screen reader. */
  readonly bare?: boolean;
}

export function Dialog({ title, onClose, children, footer, width, bare }: DialogProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className="scrim modal-scrim"
    >
      <Modal className="dlg modal-dlg" style={{ width: width ?? 520 }}>
        <AriaDialog className="modal-body">
          <header className={bare === true ? 'visually-hidden' : undefined}>
            <Heading slot="title">{title}</Heading>
          </header>
          {children}
          {footer === undefined ? null : <footer>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
