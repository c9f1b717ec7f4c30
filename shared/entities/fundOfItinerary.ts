import type { Fen } from './money.ts';

/**
 * Whether the total of an air itinerary may exceed net and tax by 民航发展基金 and other charges, which stand in the
 * total alone; of a refunded one all three are negative. Charges seldom come to more than the fare: a total beyond
 * twice of it is a slip.
 */
export function holdsFund(netAndTax: Fen, total: Fen): boolean {
  const [fare, whole] = netAndTax < 0 ? [-netAndTax, -total] : [netAndTax, total];
  return whole > fare && whole <= 2 * fare;
}
