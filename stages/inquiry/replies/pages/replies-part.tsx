import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Tombstone as Hidden } from '../../../../platform/moderation/index.ts'
import { ButtonLink, PersonChip, Prose, Quote, Row, Section } from '../../../../ui/index.ts'
import { HiddenText, ReportThis } from '../../../meeting/index.ts'
import { askedPerson, type Politicians } from '../../pages/people.ts'
import type { SayReply } from '../messages/words.ts'
import type { ThreadReply } from '../store.ts'

type RepliesPartProps = {
  readonly reader: Reader
  readonly say: SayReply
  readonly replies: readonly ThreadReply[]
  readonly people: Politicians
  readonly hidden: ReadonlyMap<Id, Hidden>
  /** Where this reader may reply. */
  readonly act: string | undefined
}

/** Replies of politicians, small and by name. */
export function RepliesPart({ reader, say, replies, people, hidden, act }: RepliesPartProps) {
  return (
    <Section id="replies" title={say('replies.title')} size="mid">
      {replies.map((reply) => {
        const stone = hidden.get(reply.id)
        const person = askedPerson({ reader, people, to: reply.person })
        return (
          <div class="fm-stack fm-stack--2" id={`reply-${reply.id.slice(-8)}`}>
            {stone ? (
              <>
                <PersonChip {...person} size="s" />
                <HiddenText reader={reader} stone={stone} />
              </>
            ) : (
              <>
                <Quote
                  by={
                    <Row>
                      <PersonChip {...person} size="s" />
                      <span>{reader.time.day(reply.writtenAt)}</span>
                    </Row>
                  }
                >
                  <Prose text={reply.text} lang={reply.language} />
                </Quote>
                <ReportThis
                  reader={reader}
                  thing={{ kind: 'reply', id: reply.id }}
                  about={say('replies.of', { politician: person.name })}
                />
              </>
            )}
          </div>
        )
      })}
      {act ? (
        <p>
          <ButtonLink href={act} variant="secondary">
            {say('replies.act')}
          </ButtonLink>
        </p>
      ) : null}
    </Section>
  )
}
