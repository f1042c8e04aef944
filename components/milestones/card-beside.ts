/** The card to which an arrow leads: up and down in a column, to the nearest of the next column at the sides. Measures no
 *  more than it has to: what lies in an undrawn part would be drawn for it. */
export function cardBeside(board: HTMLElement, from: HTMLElement, key: string): HTMLElement | null {
  const at = from.getBoundingClientRect()
  const own = partWith(from)
  return nearestOf(own, at, key) ?? nearestOf(nextPart(board, own, at, key), at, key)
}

/** A column is drawn in lists below one another; or, with cards side by side, as one box around them. */
function partWith(element: Element): Element | null {
  const list = element.closest('ul')
  return list && list.getBoundingClientRect().width > 0 ? list : (list?.parentElement ?? null)
}

/** Step by step from the board down: a search would go through every word of ten thousand cards. */
function listsOf(board: Element): Element[] {
  const sections = within(within([board]))
  return within(within(sections).filter((element) => element.matches('.cards')))
}

const within = (elements: readonly Element[]) => elements.flatMap(({ children }) => [...children])

function nearestOf(part: Element | null, at: DOMRect, key: string): HTMLElement | null {
  let nearest: { card: HTMLElement | null; ahead: number; aside: number } | undefined
  for (const item of part?.querySelectorAll('li') ?? []) {
    const { ahead, aside } = way(at, item.getBoundingClientRect(), key)
    if (ahead <= 1 || (!isSideways(key) && aside >= 1)) continue
    if (nearest && (ahead > nearest.ahead || (ahead === nearest.ahead && aside >= nearest.aside))) continue
    nearest = { card: item.querySelector('[data-card]'), ahead, aside }
  }
  return nearest?.card ?? null
}

function nextPart(board: HTMLElement, own: Element | null, at: DOMRect, key: string): Element | null {
  let next: { part: Element; ahead: number; aside: number } | undefined
  for (const part of new Set(listsOf(board).map(partWith))) {
    const box = part?.getBoundingClientRect()
    if (!part || part === own || !box || box.width === 0) continue
    // Of a column beside, the part at our height; of our column, the one that follows.
    const { ahead } = way(at, box, key)
    const aside = isSideways(key)
      ? Math.max(0, box.top - at.top, at.top - box.bottom)
      : Math.max(0, box.left - at.left, at.left - box.right)
    if (ahead <= 1 || (!isSideways(key) && aside >= 1)) continue
    if (next && (ahead > next.ahead || (ahead === next.ahead && aside >= next.aside))) continue
    next = { part, ahead, aside }
  }
  return next?.part ?? null
}

function way(from: DOMRect, to: DOMRect, key: string): { ahead: number; aside: number } {
  const [x, y] = [to.left - from.left, to.top - from.top]
  const [ahead, aside] = isSideways(key) ? [x, Math.abs(y)] : [y, Math.abs(x)]
  return { ahead: key === 'ArrowLeft' || key === 'ArrowUp' ? -ahead : ahead, aside }
}

const isSideways = (key: string) => key === 'ArrowLeft' || key === 'ArrowRight'
