import { addresses, methodOf } from '@folkmoot/basics/addresses.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../platform/db/index.ts'
import { testDatabase } from '../platform/db/testing.ts'
import { putOutline } from '../platform/directory/index.ts'
import { emptyForm, visit, type Route, type Visit } from '../platform/http/index.ts'
import { nobody } from '../platform/identity/index.ts'
import { foundTown, type Town, type Townsperson } from '../platform/identity/testing.ts'
import { stopTokenOf } from '../platform/notices/index.ts'
import { bindCards } from '../platform/thread/index.ts'
import { draftCards, retellIdea } from '../stages/draft/index.ts'
import { retellMeeting } from '../stages/meeting/index.ts'
import { retellProblem } from '../stages/problem/index.ts'
import { overviewRoutes } from './index.ts'

const own = await testDatabase()
const database = openDatabase({ url: own.url, connections: 4 })
let town: Town
let idea: string
let token: string

beforeAll(async () => {
  // `app` binds them; here the one kind whose strand is shown.
  bindCards('idea', draftCards.idea)
  town = await foundTown(database)
  const corners = [
    [12.5, 55.6],
    [12.7, 55.6],
    [12.6, 55.7],
  ] as const
  await database.transact(town.place.id, null, (tx) => putOutline(tx, { rings: [corners], places: [] }))
  const { account } = town.people.alice
  if (account === null) throw new Error('alice has no account')
  token = await database.transact(town.place.id, null, (tx) => stopTokenOf(tx, account))
  await database.transact(town.place.id, null, async (tx) => {
    const problem = await retellProblem(tx, {
      slug: 'harbour',
      question: 'How do we keep the harbour dry?',
      whatHappens: 'It floods <script>alert(1)</script>.',
      whoIsAffected: 'Everyone at the quay',
      language: 'en',
      source: 'https://folkmoot.example/harbour',
      actors: [],
    })
    await retellMeeting(tx, {
      problem,
      title: 'At the quay',
      day: null,
      hours: null,
      place: null,
      isOpen: null,
      items: [],
      source: 'https://folkmoot.example/harbour',
    })
    idea = await retellIdea(tx, {
      problem,
      kind: 'experience',
      title: 'Up through the floor',
      text: 'The water came up.',
      place: '',
      language: 'en',
      day: null,
      source: 'https://folkmoot.example/harbour',
    })
  })
})

afterAll(async () => {
  await database.close()
  await own.drop()
})

function visitAs(who: Townsperson | null, lang = 'en', form: Visit['form'] = emptyForm): Visit {
  return visit({
    lang,
    jurisdiction: town.place,
    actor: who ? town.people[who] : nobody(town.place.id),
    database,
    now: Temporal.Now.instant(),
    origin: 'https://folkmoot.example',
    originHere: 'https://folkmoot.example',
    isDemo: true,
    isIsland: false,
    query: new URLSearchParams({ q: 'harbour' }),
    form,
    params: {
      lang,
      jurisdiction: town.place.slug,
      problem: 'harbour',
      person: 'dora',
      body: 'council',
      number: '1',
      page: 'privacy',
      figure: 'in-time',
      token,
      ...thread(),
    },
  } as unknown as Parameters<typeof visit>[0]) // one visit for every address
}

const thread = () => ({ group: 'experience', kind: 'idea', thing: idea })

const pages = overviewRoutes.filter((route) => methodOf(route.at) === 'GET')

async function open(route: Route, who: Townsperson | null, lang: string) {
  const reply = await route.handle(visitAs(who, lang))
  return reply.kind === 'page' ? { kind: reply.kind, html: String(await reply.body) } : { kind: reply.kind, html: '' }
}

describe('every page across stages', () => {
  test.each(pages.map((route) => [route.at, route] as const))(
    '%s has one title, in both languages, for each who may see it',
    async (_, route) => {
      for (const who of [null, 'alice', 'dora', 'chen', 'gita', 'ada', 'klub'] as const) {
        if (!route.allowed.allows(who ? town.people[who] : nobody(town.place.id))) continue
        for (const lang of ['en', 'da']) {
          const { kind, html } = await open(route, who, lang)
          // Who opens the page of a code or a device she never asked for is led to where she asks.
          const led = ['keys.address', 'keys.passkey', 'sign-in.passkey'].includes(route.at) ? ['redirect'] : []
          // Nothing she typed waits for her to prove who she is.
          const none = route.at === 'sign-in.again' ? ['not-found'] : []
          expect(['page', 'file', 'refused', ...led, ...none]).toContain(kind)
          if (kind !== 'page') continue
          expect(html.match(/<h1/g)).toHaveLength(1)
          expect(html).not.toContain('<script>')
          const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
          expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
        }
      }
    },
  )

  test('each address of this floor is bound once', () => {
    const bound = overviewRoutes.map((route) => route.at)
    expect(new Set(bound).size).toBe(bound.length)
    for (const at of bound) expect(addresses).toHaveProperty([at])
  })
})
