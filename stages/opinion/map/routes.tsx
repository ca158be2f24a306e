import { anyone } from '@folkmoot/basics/actor.ts'
import { route, type Route } from '../../../platform/http/index.ts'
import { mapFile, mapPage } from './show.tsx'

export const mapRoutes: readonly Route[] = [
  route('opinion.map', { allowed: anyone, records: 'nothing' }, (visit) => mapPage(visit)),
  route('opinion.map-file', { allowed: anyone, records: 'nothing' }, (visit) => mapFile(visit)),
]
