import { Shape } from '../overlay/shape.tsx';

/** The product's name with its stair. */
export function Brand() {
  return (
    <span class="brand">
      <Shape level={3} />
      Rollmark
    </span>
  );
}
