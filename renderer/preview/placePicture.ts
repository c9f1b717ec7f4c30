/** Room left around a bound page, as main/bundle/assemble/placePage.ts leaves it; parts of 210 mm. */
const INNER = 9 / 210;
const OUTER = 5 / 210;
const TOP = 5 / 210;
const FOOT = 15 / 210;
/** A landscape page is turned only when that prints it this much larger. */
const TURN_GAIN = 1.2;

type Sheet = { readonly width: number; readonly height: number; readonly spineRight: boolean };

/** Where an unturned picture lies and by how many degrees (clockwise, about its middle) it is turned. */
export type LyingPicture = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly turn: number;
};

/**
 * Lays a page of a file on its sheet the way it will be bound. The true size of the paper is not known here, so it
 * fills the room also where the bound page is smaller.
 * @param turn clockwise turn the user asked for
 */
export function placePicture(
  natural: { readonly width: number; readonly height: number },
  sheet: Sheet,
  turn: 0 | 90 | 180 | 270,
): LyingPicture {
  const room = {
    left: (sheet.spineRight ? OUTER : INNER) * sheet.width,
    top: TOP * sheet.width,
    width: sheet.width * (1 - INNER - OUTER),
    height: sheet.height - sheet.width * (TOP + FOOT),
  };
  const scaleFor = (width: number, height: number): number =>
    Math.min(room.width / width, room.height / height);
  const asked =
    turn === 90 || turn === 270
      ? { w: natural.height, h: natural.width }
      : { w: natural.width, h: natural.height };
  const upright = scaleFor(asked.w, asked.h);
  const turned = scaleFor(asked.h, asked.w);
  const lay = asked.w > asked.h && turned > upright * TURN_GAIN;
  const scale = lay ? turned : upright;
  const width = natural.width * scale;
  const height = natural.height * scale;
  return {
    left: room.left + (room.width - width) / 2,
    top: room.top + (room.height - height) / 2,
    width,
    height,
    turn: (turn + (lay ? 270 : 0)) % 360,
  };
}
