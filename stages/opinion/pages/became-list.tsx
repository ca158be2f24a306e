import { List } from '../../../ui/index.ts'
import type { Became } from '../became.ts'
import type { OpinionKey, SayOpinion } from '../messages/words.ts'

const said: Readonly<Partial<Record<Became['kind'], OpinionKey>>> = {
  clause: 'became.clause',
  recommendation: 'became.recommendation',
  answer: 'became.answer',
  commitment: 'became.commitment',
  pledge: 'became.pledge',
  indicator: 'became.indicator',
  measurement: 'became.measurement',
}

/** What came of a contribution, nearest first, each with its link. */
export function BecameList({ say, became }: { readonly say: SayOpinion; readonly became: readonly Became[] }) {
  const items = became.map(({ kind, title, href }) => (
    <>
      <span class="fm-mini">{say(said[kind] ?? 'became.other')}</span>
      <br />
      <a href={href}>{title}</a>
    </>
  ))
  return <List items={items} />
}
