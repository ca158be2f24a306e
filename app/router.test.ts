import { addresses, methodOf, pathOf, type Address } from '@folkmoot/basics/addresses.ts'
import { describe, expect, it } from 'vitest'
import { allFacts } from './bindings.ts'
import { installationAddresses } from './installation.tsx'
import { routes } from './router.ts'

const all = Object.keys(addresses) as readonly Address[]

describe('the table of addresses', () => {
  it('binds each address exactly once', () => {
    const bound: readonly Address[] = [...routes.map((route) => route.at), ...installationAddresses]
    expect([...bound].sort()).toEqual([...all].sort())
  })

  it('has no two addresses of one method and one shape', () => {
    const shapes = all.map((at) => `${methodOf(at)} ${pathOf(at).replace(/:[a-z]+/g, ':')}`)
    expect(new Set(shapes).size).toBe(shapes.length)
  })

  it('names a policy in every row', () => {
    for (const route of routes) expect(route.allowed.name, route.at).not.toBe('')
  })

  it('records nothing by reading, and only facts that have a sentence', () => {
    for (const route of routes) {
      if (methodOf(route.at) === 'GET') expect(route.records, route.at).toBe('nothing')
      if (route.records !== 'nothing')
        for (const kind of route.records) expect(allFacts, route.at).toHaveProperty([kind])
    }
  })

  it('lets every fact be recorded by some row, by telling a case, or by a job', () => {
    const recorded = new Set(routes.flatMap((route) => (route.records === 'nothing' ? [] : route.records)))
    // Written by telling a case, by an import, by another act in the same transaction, by the worker, or by an earlier release.
    const withoutRow =
      /(^|[.-])told$|[.]imported$|^draft[.](handed-over|clause-added)$|^problem[.]handover-(received|came-back|went-on|stopped|hidden|shown)$|^problem[.]lapsed$|^inquiry[.]order-overdue$|^decision[.]rating-closed$|^decision[.]reminded$|^arena[.](offer-reminded|forgotten(-late)?)$|^opinion[.](closed|map-drawn|exported|anomaly-found)$|^decision[.]referral-(received|withdrawn|hidden)$|^delivery[.](fell|status)-late$|^outcome[.]survey-closed$|^moderation[.]kept$|^settings[.]chair-recorded$|^identity[.]account-erased$|^moderation[.]taken-out$/
    const silent = Object.keys(allFacts).filter((kind) => !recorded.has(kind) && !withoutRow.test(kind))
    expect(silent).toEqual([])
  })
})
