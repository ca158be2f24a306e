import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressForm } from './address-form.ts'

describe('an address as it is compared', () => {
  it.each([
    ['Havnegade 12B, 2. tv', 'havnegade 12 b 2 TV'],
    ['Åvej  3', 'A\u030avej 3.'],
    ['Sankt Olai Gade 4, st.', 'sankt olai gade 4 st'],
  ])('takes %s and %s for one', (one, other) => {
    expect(addressForm(one, '9990')).toBe(addressForm(other, ' 9990 '))
  })

  it.each([
    ['Havnegade 12, 2', 'Havnegade 2, 12'],
    ['Havnegade 1, 22', 'Havnegade 12, 2'],
    ['Havnegade 12', 'Havnevej 12'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(addressForm(one, '9990')).not.toBe(addressForm(other, '9990'))
  })

  it('keeps one address in two postcodes apart', () => {
    expect(addressForm('Havnegade 12', '9990')).not.toBe(addressForm('Havnegade 12', '9991'))
  })

  it('is the same again when it is read once more, and whatever stands between the words', () => {
    const word = fc.stringMatching(/^[a-zæøå]{1,8}$/)
    const mark = fc.constantFrom(' ', ', ', '. ', ' - ', '  ')
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), mark, (words, between) => {
        const form = addressForm(words.join(between), '1000')
        expect(form).toBe(addressForm(words.join(' ').toUpperCase(), '1000'))
        expect(addressForm(form, '')).toBe(form)
      }),
    )
  })
})
