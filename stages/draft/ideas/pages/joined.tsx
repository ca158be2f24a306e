import { Button, Form, Section } from '../../../../ui/index.ts'
import type { IdeaWords } from './words.ts'

export type JoinedProps = Pick<IdeaWords, 'reader' | 'say'> & {
  readonly slug: string
  readonly number: number
  readonly joined: number
  /** What she can do: nothing where it is hers, or she is staff, or nobody. */
  readonly may: 'join' | 'leave' | null
}

/** How many say that this says what they mean, and one's own say. Counted, not listed. */
export function Joined({ reader, say, slug, number, joined, may }: JoinedProps) {
  const at = { problem: slug, number }
  return (
    <Section id="joined" title={say('joined.title')} size="aside">
      <p>{say('joined.count', { count: joined })}</p>
      <p class="fm-mini">{say('joined.why')}</p>
      {may === 'join' ? (
        <Form action={reader.to('draft.join-idea', at)} shape="inline" label={say('joined.title')}>
          <Button variant="secondary" icon="agree">
            {say('joined.join')}
          </Button>
        </Form>
      ) : may === 'leave' ? (
        <Form action={reader.to('draft.leave-idea', at)} shape="inline" label={say('joined.title')}>
          <p class="fm-small">{say('joined.yours')}</p>
          <Button variant="secondary" icon="undo">
            {say('joined.leave')}
          </Button>
        </Form>
      ) : null}
    </Section>
  )
}
