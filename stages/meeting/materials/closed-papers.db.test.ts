import { expect, test } from 'vitest'
import { fileByHash } from '../../../platform/files/index.ts'
import { bindCards } from '../../../platform/thread/index.ts'
import { meetingCards } from '../cards.ts'
import { before, openMeetingTown, slug } from '../testing.ts'
import { addMaterial } from './commands.ts'

const file = { hash: 'cd'.repeat(32), name: 'family.pdf', bytes: 2048, mediaType: 'application/pdf' } as const
const ground = 'Public Administration Act § 27'

test('the address of a paper opens no longer once its meeting has been closed', async () => {
  bindCards('material', meetingCards.material)
  const home = await openMeetingTown()
  const read = home.database.read(home.town.place.id)
  const { chen, gita } = home.town.people
  const number = await home.called()
  const params = { number }
  await addMaterial(home.database.at(before), gita, { slug, number, title: 'A family', link: '', file })
  await home.go('meeting.publish-papers', { as: home.chair, params, typed: { when: ['now'] } })
  expect(await fileByHash(read, file.hash)).toMatchObject({ name: 'family.pdf' })
  await home.go('meeting.list-ground', { as: chen, typed: { words: [ground] } })
  const typed = {
    title: ['Names'],
    day: ['2026-11-26'],
    starts: ['18:00'],
    ends: ['20:30'],
    place: ['Town Hall'],
    openness: ['closed'],
    closedGround: [ground],
    closedWords: ['A family can be recognised.'],
  }
  expect(await home.go('meeting.change', { as: gita, params, typed })).toMatchObject({ kind: 'redirect' })
  expect(await fileByHash(read, file.hash)).toBeUndefined()
  await home.close()
})
