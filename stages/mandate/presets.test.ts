import { newId } from '@folkmoot/basics/ids.ts'
import { deadlineAfter, type Calendar, type DeadlineRule } from '@folkmoot/basics/working-days.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noGroupRules } from './group-rules.ts'
import { mandateWords, type MandateKey } from './messages/words.ts'
import { profilesFor, termsByModel, type FromCase } from './model-terms.ts'
import { fixedFields } from './preset.ts'
import { presetByName, presetNames, presets, withPreset, type Preset, type PresetName } from './presets.ts'
import { requiredFields, type Terms } from './rules.ts'
import { timetableFor } from './timetable.ts'

/** The models against the facts of the table they were taken from (PROCESS.md B2, CASE-FACTS.md). */

const say = mandateWords.say('en')

function model(name: PresetName): Preset {
  const found = presetByName(name)
  if (!found) throw new Error(name)
  return found
}

const nothing: Terms = {
  question: 'How do we live with the heat?',
  background: '',
  tasks: '',
  outOfScope: '',
  parentBody: null,
  recipientBody: null,
  politicians: null,
  citizens: null,
  minGenderShare: null,
  profiles: [],
  startsOn: null,
  endsOn: null,
  meetings: null,
  economicFrame: '',
  promise: null,
  matters: [],
  canChange: '',
  cannotChange: '',
  answerRule: null,
  group: noGroupRules,
}

const months = (count: number): DeadlineRule => ({ count, unit: 'months' })

/** What each source gives; null and '' are what it does not give. */
const facts: readonly {
  readonly name: PresetName
  readonly seats: readonly [politicians: number | null, citizens: number | null]
  readonly rules: Partial<Omit<Terms, 'group'>>
  readonly group: Partial<Terms['group']>
}[] = [
  {
    name: 'gentofte',
    seats: [5, 10],
    rules: { answerRule: null, promise: 'collaborate' },
    group: { selection: 'council-appoints', duties: [] },
  },
  {
    name: 'svelvik',
    seats: [5, 10],
    rules: { minGenderShare: 0.4, answerRule: null },
    group: { selection: 'committee-chooses', duties: ['body-facilitates'] },
  },
  {
    name: 'angelholm',
    seats: [5, 11],
    rules: { meetings: 7, answerRule: null },
    group: { selection: null, duties: [] },
  },
  {
    name: 'enschede',
    seats: [null, null],
    rules: { answerRule: null, promise: 'empower' },
    group: { selection: 'lot', duties: ['money-needs-consent'] },
  },
  {
    name: 'skr',
    seats: [null, null],
    rules: { meetings: null, promise: null, answerRule: null },
    group: { selection: null, duties: [] },
  },
  {
    name: 'brussels',
    seats: [15, 45],
    rules: { meetings: 4, answerRule: null },
    group: {
      minAge: 16,
      selection: 'lot',
      firstMeetingWithin: months(3),
      returnAfter: months(6),
      duties: ['refusal-public', 'explain-deviation'],
    },
  },
  {
    name: 'brussels-12',
    seats: [12, 36],
    rules: { meetings: 4, answerRule: null },
    group: {
      minAge: 16,
      selection: 'lot',
      firstMeetingWithin: months(3),
      returnAfter: months(6),
      duties: ['refusal-public', 'explain-deviation'],
    },
  },
  {
    name: 'wallonia',
    seats: [10, 30],
    rules: { meetings: 5, answerRule: null },
    group: { selection: 'lot', duties: ['refusal-public', 'each-recommendation'] },
  },
  {
    name: 'ostbelgien',
    seats: [0, 50],
    rules: { answerRule: null },
    group: { selection: 'lot', duties: ['each-recommendation', 'status-reports'] },
  },
  {
    name: 'ireland',
    seats: [33, 66],
    rules: { answerRule: months(4) },
    group: { chair: 'beside', selection: 'lot-and-nomination', duties: ['each-recommendation', 'in-public-sitting'] },
  },
  {
    name: 'ireland-assembly',
    seats: [0, 99],
    rules: { answerRule: null },
    group: { chair: 'beside', selection: 'lot', duties: ['in-public-sitting'] },
  },
  {
    name: 'eu-panel',
    seats: [0, 150],
    rules: { meetings: 3, answerRule: null },
    group: { selection: 'lot', ageRule: 'One third are under 26.' },
  },
  {
    name: 'europe',
    seats: [null, 800],
    rules: { answerRule: null },
    group: { selection: 'lot', voteRule: 'Proposals are agreed by consensus.' },
  },
]

it('has a line of facts for every model', () => {
  expect(facts.map(({ name }) => name)).toEqual(presetNames)
  expect(presets.map(({ name }) => name)).toEqual(presetNames)
})

describe.each(facts)('$name', ({ name, seats: [politicians, citizens], rules, group }) => {
  const filled = withPreset(nothing, model(name), say)

  it('fills the seats, the times and the rules its source gives, and leaves empty what it does not', () => {
    expect({ politicians: filled.politicians, citizens: filled.citizens }).toEqual({ politicians, citizens })
    expect(filled).toMatchObject(rules)
    expect(filled.group).toMatchObject(group)
  })

  it('names who decides on changes of the text: as ours, since no source read tells it', () => {
    expect(model(name).fixes.textDeciders).toMatchObject({ mark: 'I', source: '' })
    expect(filled.group.textDeciders).toBe(model(name).fixes.textDeciders?.value)
  })

  it('tells of each value where it comes from', () => {
    const preset = model(name)
    for (const one of [...Object.values(preset.fixes), ...preset.duties, ...preset.record]) {
      if (one.mark === 'I') expect(one.source).toBe('')
      else expect(one.source).toMatch(/^https:\/\//)
    }
    expect(preset.source).toMatch(/^https:\/\//)
  })

  it('fixes only fields that a reader of the model is shown', () => {
    expect(Object.keys(model(name).fixes).filter((field) => !fixedFields.some((one) => one === field))).toEqual([])
  })
})

it.each([
  ['gentofte', 1 / 3],
  ['svelvik', 1 / 3],
  ['angelholm', 5 / 16],
  ['brussels', 1 / 4],
  ['brussels-12', 1 / 4],
  ['wallonia', 1 / 4],
  ['ireland', 1 / 3],
] as const)('%s gives politicians their share of the seats: %d', (name, share) => {
  const { politicians, citizens } = withPreset(nothing, model(name), say)
  expect((politicians ?? 0) / ((politicians ?? 0) + (citizens ?? 0))).toBeCloseTo(share, 6)
})

const brussels: Calendar = {
  timeZone: 'Europe/Brussels',
  holidays: ['2027-01-01', '2027-05-06', '2027-05-17'].map((day) => Temporal.PlainDate.from(day)),
}
const dublin: Calendar = { timeZone: 'Europe/Dublin', holidays: [] }
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)

describe('days in a real calendar', () => {
  it('Brussels: 60 seats meet within three months, on a working day', () => {
    const { startsOn } = timetableFor(model('brussels'), at('2027-02-06T10:00:00Z'), brussels)
    // 6 May 2027 is Ascension Day: the rule is kept the day before.
    expect(startsOn.toString()).toBe('2027-05-05')
  })

  it('Ireland: what was handed over on 31 March 2014 was due an answer by the end of 31 July', () => {
    const { answerRule } = withPreset(nothing, model('ireland'), say)
    const due = deadlineAfter(at('2014-03-31T17:00:00Z'), answerRule ?? months(0), dublin)
    expect(due.toZonedDateTimeISO('Europe/Dublin').toString()).toContain('2014-07-31T23:59:59.999')
  })

  it('Europe: the reply came 39 days after 9 May 2022, which is on record and no rule', () => {
    const days = Temporal.PlainDate.from('2022-05-09').until('2022-06-17').days
    const europe = model('europe')
    expect(europe.record.map(({ value }) => say(value)).join(' ')).toContain(`${days} days after`)
    expect(withPreset(nothing, europe, say).answerRule).toBeNull()
  })

  it('Wallonia: two months to decide is a rule for the time before a mandate, told and not filled in', () => {
    const wallonia = model('wallonia')
    expect(wallonia.record.map(({ value }) => say(value)).join(' ')).toContain('within two months')
    expect(withPreset(nothing, wallonia, say).group.firstMeetingWithin).toBeNull()
  })

  it('Ängelholm: the span is that from 10 November 2022 to 15 May 2023', () => {
    const days = Temporal.PlainDate.from('2022-11-10').until('2023-05-15', { largestUnit: 'days' }).days
    expect(model('angelholm').fixes.span?.value).toEqual({ count: days, unit: 'days' })
  })

  it('says when the days are ours and not the model’s', () => {
    const now = at('2026-11-24T08:00:00Z')
    expect(timetableFor(model('skr'), now, brussels)).toMatchObject({ isStartOurs: true, isEndOurs: true })
    expect(timetableFor(model('gentofte'), now, brussels)).toMatchObject({ isStartOurs: true, isEndOurs: false })
    expect(timetableFor(model('brussels'), now, brussels)).toMatchObject({ isStartOurs: false, isEndOurs: true })
  })

  it('whatever the day, begins and ends on working days, the end after the beginning', () => {
    fc.assert(
      fc.property(fc.constantFrom(...presets), fc.integer({ min: 0, max: 1500 }), (preset, days) => {
        const now = at('2026-01-01T12:00:00Z').add({ hours: 24 * days })
        const { startsOn, endsOn } = timetableFor(preset, now, brussels)
        expect(Temporal.PlainDate.compare(startsOn, endsOn)).toBeLessThan(0)
        for (const day of [startsOn, endsOn]) {
          expect(day.dayOfWeek).toBeLessThan(6)
          expect(brussels.holidays.map(String)).not.toContain(day.toString())
        }
      }),
    )
  })
})

const parliament = {
  id: newId('body'),
  slug: 'parliament',
  name: 'Parliament',
  kind: 'parliament',
  parent: null,
} as const
const health = { id: newId('body'), slug: 'health', name: 'Health', kind: 'committee', parent: parliament.id } as const
const roads = { id: newId('body'), slug: 'roads', name: 'Roads', kind: 'committee', parent: parliament.id } as const

function knownOf(terms = nothing): FromCase {
  const now = at('2026-11-24T08:00:00Z')
  return {
    terms,
    story: 'Old people die in July.',
    bodies: [parliament, health, roads],
    sponsorsBodies: [parliament.id, roads.id],
    timetable: timetableFor(model('ireland'), now, dublin),
  }
}

describe('a draft by a model', () => {
  it('takes background, committee, recipient and days from the case', () => {
    const terms = termsByModel(model('ireland'), knownOf(), say)
    expect(terms).toMatchObject({
      question: nothing.question,
      background: 'Old people die in July.',
      parentBody: roads.id,
      recipientBody: parliament.id,
    })
    expect(termsByModel(model('brussels'), knownOf(), say).recipientBody).toBe(roads.id)
  })

  it('leaves what was written', () => {
    const written = {
      ...nothing,
      background: 'Written.',
      parentBody: health.id,
      startsOn: Temporal.PlainDate.from('2027-03-01'),
    }
    expect(termsByModel(model('ireland'), knownOf(written), say)).toMatchObject({
      background: 'Written.',
      parentBody: health.id,
      startsOn: written.startsOn,
    })
  })

  it('needs for adoption nothing that neither the model, the case nor the short form gives', () => {
    const asked = [
      'question',
      'background',
      'tasks',
      'outOfScope',
      'matters',
      'economicFrame',
      'parentBody',
      'recipientBody',
      'startsOn',
      'endsOn',
    ]
    for (const preset of presets) {
      const terms = termsByModel(preset, knownOf(), say)
      const unfixed = ['promise', 'answerRule', 'politicians', 'citizens', 'meetings'].filter(
        (field) => !Object.hasOwn(preset.fixes, field),
      )
      const given = requiredFields.filter(
        (field) => field !== 'profiles' && field !== 'matters' && terms[field] !== null && terms[field] !== '',
      )
      const all = new Set<string>([...asked, ...unfixed, ...given, 'profiles'])
      expect(
        requiredFields.filter((field) => !all.has(field)),
        preset.name,
      ).toEqual([])
    }
  })

  it('shares the seats among the affected groups, and loses and invents none', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...presets),
        fc.integer({ min: 0, max: 1000 }),
        fc.array(
          fc.record({
            name: fc.string({ minLength: 1 }),
            relation: fc.constantFrom('affected' as const, 'relevant' as const),
            how: fc.string(),
          }),
          { maxLength: 20 },
        ),
        (preset, citizens, actors) => {
          const profiles = profilesFor(preset, citizens, actors, say)
          expect(profiles.reduce((sum, { wanted }) => sum + (wanted ?? 0), 0)).toBe(citizens)
          for (const { wanted } of profiles) expect(wanted).toBeGreaterThan(0)
        },
      ),
    )
  })

  it('speaks the language of the case', () => {
    const inDanish = withPreset(nothing, model('brussels'), mandateWords.say('da'))
    expect(inDanish.group.trigger).toContain('underskrifter')
    const key: MandateKey = 'model.brussels-trigger'
    expect(withPreset(nothing, model('brussels'), mandateWords.say('fr')).group.trigger).toBe(say(key))
  })

  it('changes rules, never the words of a mandate', () => {
    const whole = { ...nothing, background: 'b', tasks: 't', canChange: 'c', cannotChange: 'd', economicFrame: 'e' }
    for (const preset of presets) {
      const { question, background, tasks, canChange, cannotChange, economicFrame, profiles } = withPreset(
        whole,
        preset,
        say,
      )
      expect({ question, background, tasks, canChange, cannotChange, economicFrame, profiles }).toEqual({
        question: whole.question,
        background: 'b',
        tasks: 't',
        canChange: 'c',
        cannotChange: 'd',
        economicFrame: 'e',
        profiles: [],
      })
    }
  })
})
