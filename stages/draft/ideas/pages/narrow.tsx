import { Button, Form, Section, Select } from '../../../../ui/index.ts'
import { ideaKinds } from '../rules.ts'
import { ideaOrders, type IdeaQuery } from '../list-rules.ts'
import type { IdeaCounts } from '../list-store.ts'
import type { IdeaWords } from './words.ts'

export type NarrowProps = IdeaWords & {
  readonly slug: string
  readonly query: IdeaQuery
  readonly counts: IdeaCounts
}

/** In which order, and which of them. */
export function Narrow({ reader, say, sayDraft, slug, query, counts }: NarrowProps) {
  return (
    <Section id="narrow" title={say('narrow.title')} size="aside">
      <Form action={reader.to('draft.ideas', { problem: slug })} method="get" labelledBy="narrow">
        <Select
          name="order"
          label={say('narrow.order')}
          value={query.order}
          options={ideaOrders.map((value) => ({ value, label: say(`order.${value}`) }))}
          required
        />
        <Select
          name="kind"
          label={say('narrow.kind')}
          none={say('narrow.all')}
          value={query.kind ?? ''}
          options={ideaKinds.map((value) => ({ value, label: sayDraft(`state.${value}`) }))}
          required
        />
        <Select
          name="cited"
          label={say('narrow.cited')}
          none={say('narrow.all')}
          value={query.isCited === null ? '' : query.isCited ? 'yes' : 'no'}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: say(`narrow.cited-${value}`) }))}
          required
        />
        {counts.areas.length === 0 ? null : (
          <Select
            name="area"
            label={say('narrow.area')}
            none={say('narrow.all')}
            value={query.area ?? ''}
            options={counts.areas.map(({ area, count }) => ({
              value: area,
              label: say('narrow.area-count', { area, count }),
            }))}
            required
          />
        )}
        <Button variant="secondary">{say('narrow.send')}</Button>
      </Form>
    </Section>
  )
}
