import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import type { Card, Cards } from '../../platform/thread/index.ts'
import * as accountStore from './account/store.ts'
import * as store from './store.ts'

/** How indicators, measurements and accounts of value are named in the trace, in notices and in moderation. */
export const outcomeCards = {
  indicator: cardsOfIndicators,
  measurement: cardsOfMeasurements,
  'account-of-value': cardsOfAccounts,
} satisfies Partial<Record<Noun, Cards>>

async function cardsOfIndicators(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const indicators = await store.indicatorsById(read, ids as readonly Id<'indicator'>[]) // bound to the kind `indicator`
  return indicators.map(({ id, slug, name }) => ({
    thing: { kind: 'indicator', id },
    title: name,
    state: '',
    visibility: 'public',
    path: `/problems/${slug}/outcome`,
  }))
}

async function cardsOfMeasurements(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const measurements = await store.measurementsById(read, ids as readonly Id<'measurement'>[]) // bound to the kind `measurement`
  return measurements.map(({ id, slug, name, unit, value }) => ({
    thing: { kind: 'measurement', id },
    title: `${name}: ${value} ${unit}`,
    state: '',
    visibility: 'public',
    path: `/problems/${slug}/outcome`,
  }))
}

async function cardsOfAccounts(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const accounts = await accountStore.accountsById(read, ids as readonly Id<'account-of-value'>[]) // bound to the kind `account-of-value`
  return accounts.map(({ id, slug, whatCame }) => ({
    thing: { kind: 'account-of-value', id },
    title: whatCame.slice(0, 120),
    state: '',
    visibility: 'public',
    path: `/problems/${slug}/outcome/account`,
  }))
}
