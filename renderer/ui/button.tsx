// Buttons: with words, or with an icon that has a name.
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Keys } from './keys.tsx';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** 'first' is the one first act of a view; 'plain' steps back; 'danger' removes. */
  readonly kind?: 'first' | 'plain' | 'danger';
  readonly icon?: LucideIcon;
  readonly large?: boolean;
  readonly disabled?: boolean;
  /** True while what it does is being done: it takes no press, but keeps the focus. */
  readonly busy?: boolean;
  readonly autoFocus?: boolean;
}

export function Button(props: ButtonProps) {
  const { children, onPress, kind, icon: Icon, large, disabled, busy, autoFocus } = props;
  const className = ['btn', kind, large ? 'large' : null].filter(Boolean).join(' ');
  return (
    <AriaButton
      className={className}
      onPress={() => {
        if (busy !== true) onPress();
      }}
      isDisabled={disabled ?? false}
      // Not isPending, which announces the button by its id, also when it is gone by then.
      {...(busy === true ? { 'aria-disabled': true } : {})}
      autoFocus={autoFocus ?? false}
    >
      {Icon ? <Icon className="i s" aria-hidden /> : null}
      {children}
    </AriaButton>
  );
}

interface IconButtonProps {
  readonly icon: LucideIcon;
  /** Its name for the screen reader and the tooltip. */
  readonly label: string;
  /** Printed in the tooltip: ['Ctrl', 'K']. */
  readonly keys?: readonly string[];
  readonly onPress: () => void;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly small?: boolean;
  readonly className?: string;
}

export function IconButton(props: IconButtonProps) {
  const { icon: Icon, label, keys, onPress, pressed, disabled, small, className } = props;
  return (
    <TooltipTrigger delay={500}>
      <AriaButton
        className={['ib', small ? 's' : null, pressed ? 'is-on' : null, className].filter(Boolean).join(' ')}
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        onPress={onPress}
        isDisabled={disabled ?? false}
      >
        <Icon className={small ? 'i s' : 'i'} aria-hidden />
      </AriaButton>
      <Tooltip className="tooltip" offset={6}>
        {label}
        {keys ? <Keys keys={keys} /> : null}
      </Tooltip>
    </TooltipTrigger>
  );
}
