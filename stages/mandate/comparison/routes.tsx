import { anyone } from '@folkmoot/basics/actor.ts'
import { route, type Route } from '../../../platform/http/index.ts'
import { comparePage, mandatesPage, mandatesTable } from './show.tsx'

/** Versions of one mandate against each other, and all mandates of the place beside each other. */
export const comparisonRoutes: readonly Route[] = [
  route('mandate.compare', { allowed: anyone, records: 'nothing' }, (visit) => comparePage(visit)),
  route('mandates', { allowed: anyone, records: 'nothing' }, (visit) => mandatesPage(visit)),
  route('mandates.table', { allowed: anyone, records: 'nothing' }, (visit) => mandatesTable(visit)),
]
