import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import * as Y from 'yjs'
import { rootOf, textsIn } from '../document.ts'

/**
 * Runs `act`, which puts in what others wrote, and leaves the cursor behind the very letter it stood behind. The binding would
 * hold it to the letter after, or to the end: two who write at the end of one clause would write through each other.
 */
export function withCursorKept(view: EditorView, doc: Y.Doc, act: () => void): void {
  const { anchor, head } = view.state.selection
  const [heldAnchor, heldHead] = [hold(view, doc, anchor), hold(view, doc, head)]
  act()
  const [from, to] = [placeOf(view, doc, heldAnchor), placeOf(view, doc, heldHead)]
  const now = view.state.selection
  if (from === undefined || to === undefined || (now.anchor === from && now.head === to)) return
  view.dispatch(
    view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)).setMeta('addToHistory', false),
  )
}

/** A place in the editor as a place in the document, tied to the letter before it. */
function hold(view: EditorView, doc: Y.Doc, place: number): Y.RelativePosition | undefined {
  const $place = view.state.doc.resolve(place)
  if (!$place.parent.isTextblock || $place.depth !== 2) return undefined
  const section = rootOf(doc).get($place.index(0))
  const block = section instanceof Y.XmlElement ? section.get($place.index(1)) : undefined
  if (!(block instanceof Y.XmlElement)) return undefined
  let left = $place.parentOffset
  for (const text of textsIn(block)) {
    if (left <= text.length) return Y.createRelativePositionFromTypeIndex(text, left, -1)
    left -= text.length
  }
  return undefined
}

function placeOf(view: EditorView, doc: Y.Doc, held: Y.RelativePosition | undefined): number | undefined {
  const found = held && Y.createAbsolutePositionFromRelativePosition(held, doc)
  const block = found?.type.parent
  const section = block instanceof Y.XmlElement ? block.parent : undefined
  if (!found || !(block instanceof Y.XmlElement) || !(section instanceof Y.XmlElement)) return undefined
  const at = [rootOf(doc).toArray().indexOf(section), section.toArray().indexOf(block)] as const
  const shown = view.state.doc.maybeChild(at[0])
  const shownBlock = shown?.maybeChild(at[1])
  if (!shown || !shownBlock) return undefined
  let place = 2
  for (let i = 0; i < at[0]; i += 1) place += view.state.doc.child(i).nodeSize
  for (let i = 0; i < at[1]; i += 1) place += shown.child(i).nodeSize
  for (const text of textsIn(block)) {
    if (text === found.type) break
    place += text.length
  }
  return Math.min(place + found.index, place + shownBlock.content.size)
}
