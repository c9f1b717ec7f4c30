import type { Invoice } from '../../../shared/entities/invoice.ts';

/** An invoice in a list to choose from: `第 3 行 50001700111 99999951 重庆某公司 2020-10-10`. @param row from 1 */
export function invoiceInWords({ code, number, seller, issuedOn }: Invoice, row: number): string {
  return [`第 ${row} 行`, code, number, seller.name, issuedOn ?? ''].filter((word) => word !== '').join(' ');
}
