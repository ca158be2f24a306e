import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  Checkboxes,
  Details,
  Empty,
  Form,
  HiddenField,
  Pager,
  Select,
  TextField,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import { citableKinds, citableOnPage, type CitableGroup, type CitableQuery } from '../../citable.ts'
import type { SayDraft } from '../../messages/words.ts'
import { citableQueryText } from '../citable-query.ts'
import type { SayText } from '../messages/words.ts'

export type Offered = { readonly query: CitableQuery; readonly groups: readonly CitableGroup[] }

export type CiteProps = {
  readonly reader: Reader
  readonly say: SayText
  readonly sayDraft: SayDraft
  readonly slug: string
  readonly clause: { readonly id: string }
  readonly offered: Offered
  readonly errors: Errors
  readonly typed: Typed
}

/** For who writes: what was said in the case, to be searched, and ticked where the clause comes from it. */
export function Cite(props: CiteProps) {
  const { reader, say, sayDraft, offered, errors, typed } = props
  const { query, groups } = offered
  const at = { problem: props.slug, clause: props.clause.id }
  const isSought = query.words !== '' || query.kind !== null || query.page > 1
  return (
    <Details
      id="cite"
      summary={say('cite.title')}
      isOpen={isSought || errors.some(({ field }) => field.startsWith('cites'))}
    >
      <p class="fm-small">{say('cite.lead')}</p>
      <Form action={`${reader.to('draft.clause', at)}#cite`} method="get" label={say('cite.search')}>
        <TextField name="q" label={say('cite.search')} type="search" value={query.words} />
        <Select
          name="kind"
          within="sought"
          label={say('cite.kind')}
          none={say('cite.kinds')}
          value={query.kind ?? ''}
          options={citableKinds.map((value) => ({ value, label: sayDraft(`cites.${value}`) }))}
          required
        />
        <Button variant="secondary">{say('cite.find')}</Button>
      </Form>
      {groups.length === 0 ? (
        <Empty level={3} title={say('cite.none')}>
          {say('cite.none-next')}
        </Empty>
      ) : (
        <Form action={reader.to('draft.cite', at)} label={say('cite.title')}>
          {query.words === '' ? null : <HiddenField name="q" value={query.words} />}
          {query.kind === null ? null : <HiddenField name="kind" value={query.kind} />}
          {query.page === 1 ? null : <HiddenField name="page" value={String(query.page)} />}
          {groups.map(({ kind, found, count }, i) => (
            <>
              <Checkboxes
                name={i === 0 ? 'cites' : `cites-${kind}`}
                label={sayDraft(`cites.${kind}`)}
                options={found.map(({ thing, title }) => ({ value: thing.id, label: title }))}
                errors={errors}
                typed={typed}
                required
              />
              <Further {...props} {...{ kind, count }} shown={found.length} />
            </>
          ))}
          <Button>{say('cite.send')}</Button>
        </Form>
      )}
    </Details>
  )
}

type FurtherProps = CiteProps & Omit<CitableGroup, 'found'> & { readonly shown: number }

/** How many of them are shown, and the way to the others. */
function Further({ reader, say, sayDraft, slug, clause, offered: { query }, kind, count, shown }: FurtherProps) {
  const to = (page: number): string =>
    `${reader.to('draft.clause', { problem: slug, clause: clause.id })}${citableQueryText({ ...query, kind, page })}#cite`
  if (query.kind === null)
    return count <= shown ? null : (
      <p class="fm-mini">
        {say('cite.shown', { shown, count })} <a href={to(1)}>{say('cite.all', { kind: sayDraft(`cites.${kind}`) })}</a>
      </p>
    )
  const last = Math.max(1, Math.ceil(count / citableOnPage))
  return (
    <>
      <p class="fm-mini">{say('cite.shown', { shown, count })}</p>
      {last === 1 ? null : (
        <Pager
          label={say('cite.pages')}
          before={query.page > 1 ? { href: to(Math.min(query.page - 1, last)), text: say('cite.before') } : undefined}
          here={{ text: say('cite.here', { page: query.page, last }) }}
          after={query.page < last ? { href: to(query.page + 1), text: say('cite.after') } : undefined}
        />
      )}
    </>
  )
}
