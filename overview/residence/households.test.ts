import { expect, it } from 'vitest'
import { addressForm } from '../../platform/identity/residence/index.ts'
import { readAddresses } from '../../stages/arena/index.ts'
import { householdsOf } from './households.ts'

it('counts who lives at one address, and keeps no names', () => {
  const read = readAddresses(
    new TextEncoder().encode(`navn;adresse;postnr;by;adresse2
Anna Holm;Havnegade 12, 2. tv;9990;Lindhavn;
Bo Holm;HAVNEGADE 12 2 TV;9990;Lindhavn;
Ida Vig;Havnegade 12, 2. th;9990;Lindhavn;
Ove Bak;Åvej 3;9990;Lindhavn;Anneks`),
    [],
  )
  if (!read.ok) throw new Error('a list that can be read')
  const households = householdsOf(read.list.addresses)
  expect(households.map(({ people }) => people)).toEqual([2, 1, 1])
  expect(households[0]?.form).toBe(addressForm('Havnegade 12, 2. tv.', '9990'))
  expect(households[2], 'where she types it after the street, it is the same').toEqual({
    form: addressForm('Åvej 3, Anneks', '9990'),
    lines: ['Anneks', 'Åvej 3', '9990 Lindhavn'],
    people: 1,
  })
  expect(JSON.stringify(households)).not.toMatch(/Holm|Vig|Bak/)
})
