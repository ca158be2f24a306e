import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { describe, expect, it } from 'vitest'
import type { Offer } from '../acceptances/store.ts'
import type { StaffRecord } from '../by-staff/store.ts'
import type { Application } from '../store.ts'
import { lettersOwed, type InDraw, type Standing } from './owed.ts'

const now = Temporal.Instant.from('2026-11-24T08:00:00Z')
const [account, profile, by] = [newId('account'), newId('profile'), newId('account')]

const record: StaffRecord = {
  number: 3,
  way: 'phone',
  name: 'Grethe Ås',
  address: 'Havnegade 1',
  phone: '',
  language: 'da',
  profile,
  motivation: 'I walk there.',
  tie: 'I live there.',
  gender: null,
  told: {},
  letter: null,
  state: 'confirmed',
  recordedBy: by,
  recordedAt: now,
  decidedBy: newId('account'),
  why: '',
  account,
  isErased: false,
}
const application: Application = {
  id: newId('application'),
  number: 7,
  account,
  profile,
  motivation: '',
  tie: '',
  gender: null,
  address: null,
  livesThere: null,
  household: null,
  appliedAt: now,
  state: 'waiting',
  answer: '',
  substitute: null,
  erasedAt: null,
  isUnanswered: false,
}
const offer: Offer = {
  number: 4,
  account,
  person: null,
  kind: 'citizen',
  profile,
  isChair: false,
  way: 'chosen',
  reason: 'Lives beside it.',
  criteria: [],
  madeBy: by,
  madeAt: now,
  answerBy: now.add({ hours: 24 }),
  remindedAt: null,
  state: 'waiting',
  answeredAt: null,
  words: '',
}
const draw: InDraw = { lottery: 1, thrownAt: now, chance: 0.065 }
const nobody: ReadonlyMap<Id<'account'>, InDraw> = new Map()
const standing: Standing = {
  records: [record],
  applications: [application],
  asked: [],
  draws: nobody,
  posted: [],
}
const owed = (more: Partial<Standing>, at = now) =>
  lettersOwed({ ...standing, ...more }, at).map(({ kind, about, draw: own }) => [kind, about, own?.chance ?? null])

describe('a letter is owed', () => {
  it('for a seat that waits for her answer, until its day is over', () => {
    expect(owed({ asked: [offer] })).toEqual([['offer', 4, null]])
    expect(owed({ asked: [offer] }, offer.answerBy)).toEqual([['offer', 4, null]])
    expect(owed({ asked: [offer] }, offer.answerBy.add({ seconds: 1 }))).toEqual([])
  })

  it('for the answer no; that she was not drawn stands in it', () => {
    const refused = { ...application, state: 'not-selected' as const, answer: 'Others live nearer.' }
    expect(owed({ applications: [refused] })).toEqual([['not-selected', 0, null]])
    expect(owed({ applications: [refused], draws: new Map([[account, draw]]) })).toEqual([['not-selected', 0, 0.065]])
  })

  it('for a draw, with her chance, to who was drawn and to who was not', () => {
    const draws = new Map([[account, draw]])
    expect(owed({ draws })).toEqual([['not-drawn', 1, 0.065]])
    expect(owed({ draws, asked: [{ ...offer, way: 'drawn' }] })).toEqual([['offer', 4, 0.065]])
    // Called by those who choose: the draw has no part in it.
    expect(owed({ draws, asked: [offer] })).toEqual([['offer', 4, null]])
  })

  it('once, and again for another offer', () => {
    const posted = [{ receipt: 3, kind: 'offer', about: 4 }] as const
    expect(owed({ asked: [offer], posted })).toEqual([])
    expect(owed({ asked: [{ ...offer, number: 5 }], posted })).toEqual([['offer', 5, null]])
  })

  it('to nobody who waits, has been erased, or was never confirmed', () => {
    expect(owed({})).toEqual([])
    const asked = [offer]
    expect(owed({ asked, records: [{ ...record, isErased: true }] })).toEqual([])
    expect(owed({ asked, records: [{ ...record, state: 'waiting', account: null }] })).toEqual([])
    expect(owed({ applications: [{ ...application, state: 'withdrawn' }] })).toEqual([])
  })
})
