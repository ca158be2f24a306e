import { List } from '../../../ui/index.ts'
import type { Became } from '../../opinion/index.ts'

/** Things of the trace with their links, nearest first. */
export function BecameList({ became }: { readonly became: readonly Pick<Became, 'title' | 'href'>[] }) {
  return (
    <List
      items={became.map(({ title, href }) => (
        <a href={href}>{title}</a>
      ))}
    />
  )
}
