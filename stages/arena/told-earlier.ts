/** Words of notices nobody is sent any more: those that were sent are still read. */
export const toldEarlier = ['told.selected', 'told.drawn'] as const
