import type { ComponentProps } from 'react';

interface RestingButtonProps extends Omit<ComponentProps<'button'>, 'type' | 'disabled' | 'aria-disabled'> {
  /** Whether there is nothing for it to do. */
  readonly isResting: boolean;
}

/** A button that has done all there is to do once it is pressed. It says so and does nothing, but keeps the focus. */
export function RestingButton({ isResting, onClick, ...props }: RestingButtonProps) {
  return (
    <button {...props} type="button" aria-disabled={isResting} onClick={isResting ? undefined : onClick} />
  );
}
