import { NotFoundPage } from '../pages/NotFoundPage.tsx';
import { useTitle } from './useTitle.ts';

interface NotFoundRouteProps {
  /** The part of the address that leads nowhere. */
  readonly path: string;
}

export function NotFoundRoute({ path }: NotFoundRouteProps) {
  useTitle('Page not found');
  return <NotFoundPage path={path} />;
}
