import { Button, Form, List } from '../../../../ui/index.ts'
import { langOf } from '../../pages/parts.tsx'
import type { NearIdea } from '../near.ts'
import type { IdeaWords } from './words.ts'

export type NearListProps = Pick<IdeaWords, 'reader' | 'say'> & {
  readonly slug: string
  readonly near: readonly NearIdea[]
  /** Inside a form there can be no other one: then each leads to its page. */
  readonly isInForm?: boolean
}

/** What others have written that is near, each with the reason why it is thought so. Also sent alone, while somebody types. */
export function NearList({ reader, say, slug, near, isInForm = false }: NearListProps) {
  if (near.length === 0) return <p class="fm-muted">{say('near.none')}</p>
  return (
    <>
      <p>
        <strong>{say('near.count', { count: near.length })}.</strong>
      </p>
      <List
        items={near.map(({ idea, words, metres }) => {
          const at = { problem: slug, number: idea.number }
          return (
            <div class="fm-stack fm-stack--2">
              <h3 class="fm-h-mid">
                <a href={reader.to('draft.idea', at)} lang={langOf(idea.language)}>
                  {idea.title}
                </a>
              </h3>
              <p class="fm-mini">
                {say('near.shares', { words: words.join(', ') })}
                {metres === null
                  ? ''
                  : ` · ${say('near.away', { metres: Math.max(100, Math.round(metres / 100) * 100) })}`}
              </p>
              {isInForm ? null : (
                <Form
                  action={reader.to('draft.join-idea', at)}
                  shape="inline"
                  label={say('near.join-this', { title: idea.title })}
                >
                  <Button variant="secondary" icon="agree">
                    {say('joined.join')}
                  </Button>
                </Form>
              )}
            </div>
          )
        })}
      />
    </>
  )
}
