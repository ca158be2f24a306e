/**
 * An address as it is compared: small letters without signs or spaces that mean nothing. "Havnegade 12B, 2. tv" and "havnegade 12 b 2 TV"
 * are the same. The order of the words stays: house 12, floor 2 is not house 2, floor 12. Pure.
 */
export function addressForm(address: string, postcode: string): string {
  return `${address} ${postcode}`
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .flatMap((word) => word.match(/\p{N}+|[^\p{N}]+/gu) ?? [])
    .join(' ')
}
