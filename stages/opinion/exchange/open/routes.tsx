import { anyone } from '@folkmoot/basics/actor.ts'
import { route, type Route } from '../../../../platform/http/index.ts'
import { dataFile, dataPage } from './show.tsx'

export const openDataRoutes: readonly Route[] = [
  route('opinion.data', { allowed: anyone, records: 'nothing' }, (visit) => dataPage(visit)),
  route('opinion.data-summary', { allowed: anyone, records: 'nothing' }, (visit) => dataFile(visit, 'summary.csv')),
  route('opinion.data-comments', { allowed: anyone, records: 'nothing' }, (visit) => dataFile(visit, 'comments.csv')),
  route('opinion.data-groups', { allowed: anyone, records: 'nothing' }, (visit) =>
    dataFile(visit, 'comment-groups.csv'),
  ),
]
