import { newId } from '@folkmoot/basics/ids.ts'
import { Fragment, type Node, type ResolvedPos } from '@tiptap/pm/model'
import { Selection, TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'

/** What keys and buttons do. Plain ProseMirror commands: they know no browser. */

/** Enter: a clause ends here and the next begins; behind a heading a new first clause. */
export const splitClause: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!$from.parent.isTextblock) return false
  const tr = state.tr
  if (!empty) tr.deleteSelection()
  const at = tr.selection.$from
  const clause = state.schema.nodes['clause']
  if (!clause || !at.parent.isTextblock) return false
  // The words that stay together keep their id: at the very beginning the empty clause is the new one.
  if (at.parent.type === clause && at.parentOffset === 0 && at.parent.content.size > 0) {
    tr.insert(at.before(), clause.create({ id: newId('clause') }))
  } else {
    tr.split(at.pos, 1, [{ type: clause, attrs: { id: newId('clause') } }])
  }
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Backspace at the beginning: a clause joins the one before it, and never a heading or another section. */
export const joinBackward: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || !$from.parent.isTextblock || $from.parentOffset > 0) return false
  const before = siblingOf($from, -1)
  if ($from.parent.type.name === 'clause' && before) {
    const tr = state.tr
    const start = $from.before()
    if (before.type.name === 'clause') tr.join(start)
    else if ($from.parent.content.size === 0) tr.delete(start, $from.after())
    if (before.type.name !== 'clause') tr.setSelection(TextSelection.near(tr.doc.resolve(start - 1), -1))
    dispatch?.(tr.scrollIntoView())
  }
  return true
}

/** Delete at the end: the next clause of the section joins this one. */
export const joinForward: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || !$from.parent.isTextblock || $from.parentOffset < $from.parent.content.size) return false
  const next = siblingOf($from, 1)
  if ($from.parent.type.name === 'clause' && next?.type.name === 'clause') dispatch?.(state.tr.join($from.after()))
  return true
}

function siblingOf($at: ResolvedPos, step: 1 | -1): Node | null {
  return $at.depth < 1 ? null : $at.node(-1).maybeChild($at.index(-1) + step)
}

/** A new section behind the one the cursor is in, or at the end; the cursor goes into its heading. */
export function addSection(kind: 'recommendation' | 'passage'): Command {
  return (state, dispatch) => {
    const { section, heading, clause } = state.schema.nodes
    if (!section || !heading || !clause) return false
    const clauses = [heading.create(), clause.create({ id: newId('clause') })]
    const made = section.create({ id: newId('section'), kind }, Fragment.from(clauses))
    const place = depthOf(state, 'section')
    const at = place === 0 ? state.doc.content.size : state.selection.$from.after(place)
    const tr = state.tr.insert(at, made)
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at + 2)).scrollIntoView())
    return true
  }
}

/** Moves the section or the clause the cursor is in by one place; the cursor goes along. */
export function move(what: 'section' | 'clause', step: 1 | -1): Command {
  return (state, dispatch) => {
    const depth = depthOf(state, what)
    if (depth === 0) return false
    const { $from } = state.selection
    const parent = $from.node(depth - 1)
    const node = $from.node(depth)
    const other = parent.maybeChild($from.index(depth - 1) + step)
    if (other?.type !== node.type) return false
    const from = $from.before(depth)
    const to = step === 1 ? from + other.nodeSize : from - other.nodeSize
    // The neighbour is taken out and put on the other side: what is being written in is not touched.
    const [start, end] = step === 1 ? [from + node.nodeSize, from + node.nodeSize + other.nodeSize] : [to, from]
    const tr = state.tr.delete(start, end).insert(step === 1 ? from : to + node.nodeSize, other)
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** Takes out the section the cursor is in. It comes back with "undo". */
export const removeSection: Command = (state, dispatch) => {
  const depth = depthOf(state, 'section')
  if (depth === 0) return false
  const { $from } = state.selection
  const at = $from.before(depth)
  const tr = state.tr.delete(at, $from.after(depth))
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(Math.min(at, tr.doc.content.size)))).scrollIntoView())
  return true
}

/** The cursor goes to the heading of the next section, or of the one before. */
export function toSection(step: 1 | -1): Command {
  return (state, dispatch) => {
    const target = state.selection.$from.index(0) + step
    if (target < 0 || target >= state.doc.childCount) return false
    let at = 0
    for (let i = 0; i < target; i += 1) at += state.doc.child(i).nodeSize
    dispatch?.(state.tr.setSelection(Selection.near(state.doc.resolve(at + 1))).scrollIntoView())
    return true
  }
}

/** Each paragraph of plain words becomes a clause; the first goes on where the cursor stands. */
export function pasteParagraphs(tr: Transaction, paragraphs: readonly string[]): Transaction {
  const clause = tr.doc.type.schema.nodes['clause']
  const [first = '', ...others] = paragraphs
  if (!tr.selection.empty) tr.deleteSelection()
  const at = tr.selection.$from
  if (!clause || !at.parent.isTextblock) return tr
  tr.insertText(first, at.pos)
  if (others.length === 0) return tr.scrollIntoView()
  const here = tr.doc.resolve(at.pos + first.length)
  const rest = here.parent.textBetween(here.parentOffset, here.parent.content.size)
  if (rest !== '') tr.delete(here.pos, here.end())
  const made = others.map((words, i) => {
    const whole = i === others.length - 1 ? words + rest : words
    return clause.create({ id: newId('clause') }, whole === '' ? null : tr.doc.type.schema.text(whole))
  })
  const after = tr.doc.resolve(here.pos).after()
  tr.insert(after, made)
  const end = after + made.reduce((size, node) => size + node.nodeSize, 0) - 1 - rest.length
  return tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView()
}

/** How deep the cursor is in something of this name; 0 when it is in none. */
function depthOf(state: EditorState, name: string): number {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth -= 1) if ($from.node(depth).type.name === name) return depth
  return 0
}
