import type { Reader } from '../../../platform/http/index.ts'
import { Button, Form, List, Select } from '../../../ui/index.ts'
import { queryOf, type OwedChoices, type OwedFilter } from '../filter.ts'
import type { SayOwed } from '../messages/words.ts'

export type FilterFormProps = {
  readonly say: SayOwed
  readonly reader: Reader
  readonly filter: OwedFilter
  readonly choices: OwedChoices
}

/** Whose debts: of all, of one body, of one politician; and the same as a feed, as a calendar, in figures. */
export function FilterForm({ say, reader, filter, choices }: FilterFormProps) {
  const people =
    filter.person && !choices.people.some(({ slug }) => slug === filter.person?.slug)
      ? [...choices.people, filter.person] // after her term she is still asked for by name
      : choices.people
  const option = ({ slug, name }: { readonly slug: string; readonly name: string }) => ({ value: slug, label: name })
  const query = queryOf(filter)
  return (
    <>
      <Form action={reader.to('owed')} method="get" label={say('filter')}>
        <div class="fm-field__row">
          <Select
            name="body"
            label={say('filter-body')}
            none={say('filter-all')}
            value={filter.body?.slug ?? ''}
            options={choices.bodies.map(option)}
            isUnmarked
          />
          <Select
            name="person"
            label={say('filter-person')}
            none={say('filter-all')}
            value={filter.person?.slug ?? ''}
            options={people.map(option)}
            isUnmarked
          />
        </div>
        <Button variant="secondary" size="sm">
          {say('filter-show')}
        </Button>
      </Form>
      <List
        items={[
          <a href={`${reader.to('owed.feed')}${query}`}>{say('feed')}</a>,
          <a href={`${reader.to('owed.calendar')}${query}`}>{say('calendar')}</a>,
          <a href={reader.to('owed.figures')}>{say('figures.link')}</a>,
        ]}
      />
    </>
  )
}
