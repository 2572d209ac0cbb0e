import Papa from 'papaparse';

type Value = number | string | boolean;

/**
 * A spreadsheet in miniature: opens a CSV as Excel does (cells that begin with `=` are formulas) and computes a cell,
 * so that a test reads what a reader's own sheet would say. Knows the functions the exports use, nothing more.
 */
export function openSheet(csv: string) {
  const rows = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { delimiter: ',' }).data;

  function cell(address: string): Value {
    const match = /^\$?([A-Z])\$?(\d+)$/.exec(address);
    if (!match) throw new Error(`${address} is not a cell`);
    const text = rows[Number(match[2]) - 1]?.[(match[1] as string).charCodeAt(0) - 65] ?? '';
    if (text.startsWith('=')) return single(evaluate(text.slice(1)));
    return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  }

  function range(address: string): Value[] {
    const match = /^([A-Z])(\d+):\1(\d+)$/.exec(address);
    if (!match) throw new Error(`${address} is not a range of one column`);
    const [first, last] = [Number(match[2]), Number(match[3])];
    return Array.from({ length: last - first + 1 }, (_, index) => cell(`${match[1]}${first + index}`));
  }

  function evaluate(expression: string): Value | Value[] {
    const tokens = expression.match(
      /[A-Z]\d+:[A-Z]\d+|\$?[A-Z]\$?\d+(?![\w.(])|[A-Z.]+(?=\()|\d+(?:\.\d+)?|<=|>=|<>|[-+*/(),<>=]/g,
    );
    if (!tokens || tokens.join('') !== expression) throw new Error(`cannot read ${expression}`);
    let at = 0;
    const peek = () => tokens[at] ?? '';
    const next = () => tokens[at++] ?? '';

    function comparison(): Value | Value[] {
      const left = sums();
      if (!/^(<=|>=|<>|[<>=])$/.test(peek())) return left;
      const sign = next();
      const right = sums();
      const holds = (a: number, b: number) =>
        ({ '<=': a <= b, '>=': a >= b, '<>': a !== b, '<': a < b, '>': a > b, '=': a === b })[sign] ? 1 : 0;
      return each(left, right, holds);
    }
    function sums(): Value | Value[] {
      let left = products();
      while (peek() === '+' || peek() === '-') {
        const sign = next() === '+' ? 1 : -1;
        left = each(left, products(), (a, b) => a + sign * b);
      }
      return left;
    }
    function products(): Value | Value[] {
      let left = factor();
      while (peek() === '*' || peek() === '/') {
        const times = next() === '*';
        left = each(left, factor(), (a, b) => (times ? a * b : a / b));
      }
      return left;
    }
    function factor(): Value | Value[] {
      const token = next();
      if (token === '-') return each(0, factor(), (a, b) => a - b);
      if (token === '(') {
        const inner = comparison();
        if (next() !== ')') throw new Error(`a bracket is open in ${expression}`);
        return inner;
      }
      if (/^\d/.test(token)) return Number(token);
      if (token.includes(':')) return range(token);
      if (peek() !== '(') return cell(token);
      next();
      const given: (Value | Value[])[] = [];
      while (peek() !== ')') {
        given.push(comparison());
        if (peek() === ',') next();
        else if (peek() !== ')') throw new Error(`a bracket is open in ${expression}`);
      }
      next();
      return call(token, given);
    }
    const result = comparison();
    if (at !== tokens.length) throw new Error(`cannot read ${expression} from ${peek()}`);
    return result;
  }

  /** What stands beside a heading of the first column. */
  function beside(heading: string): Value {
    const row = rows.findIndex(([first]) => first === heading);
    if (row < 0) throw new Error(`no line ${heading}`);
    return cell(`B${row + 1}`);
  }

  return { rows, cell, range, beside };
}

function single(value: Value | Value[]): Value {
  return Array.isArray(value) ? (value[0] as Value) : value;
}

function each(left: Value | Value[], right: Value | Value[], sum: (a: number, b: number) => number) {
  if (!Array.isArray(left) && !Array.isArray(right)) return sum(Number(left), Number(right));
  const length = Math.max(Array.isArray(left) ? left.length : 1, Array.isArray(right) ? right.length : 1);
  const pick = (value: Value | Value[], index: number) => Number(Array.isArray(value) ? value[index] : value);
  return Array.from({ length }, (_, index) => sum(pick(left, index), pick(right, index)));
}

function call(name: string, given: readonly (Value | Value[])[]): Value | Value[] {
  const numbers = given.flat().filter((value) => typeof value === 'number');
  const total = numbers.reduce((sum, value) => sum + value, 0);
  const list = given[0];
  const sorted = (Array.isArray(list) ? list : [list as Value])
    .filter((value) => typeof value === 'number')
    .toSorted((a, b) => a - b);
  const at = (position: number) => {
    const held = Math.min(Math.max(position, 1), sorted.length);
    const low = sorted[Math.floor(held) - 1] as number;
    return low + (held % 1) * ((sorted[Math.ceil(held) - 1] as number) - low);
  };
  const [, second] = given;
  switch (name) {
    case 'SUM':
      return total;
    case 'AVERAGE':
      return total / numbers.length;
    case 'COUNT':
      return numbers.length;
    case 'MIN':
      return Math.min(...numbers);
    case 'MAX':
      return Math.max(...numbers);
    case 'MEDIAN': {
      const all = numbers.toSorted((a, b) => a - b);
      return (
        ((all[Math.floor((all.length - 1) / 2)] as number) +
          (all[Math.ceil((all.length - 1) / 2)] as number)) /
        2
      );
    }
    case 'PERCENTILE.INC':
      return at((sorted.length - 1) * Number(second) + 1);
    case 'PERCENTILE.EXC':
      return at((sorted.length + 1) * Number(second));
    case 'SMALL':
      return sorted[Number(second) - 1] as number;
    case 'ISNUMBER':
      return (Array.isArray(list) ? list : [list as Value]).map((value) =>
        typeof value === 'number' ? 1 : 0,
      );
    case 'SUMPRODUCT': {
      // Between commas, words count as nothing.
      const lists = given.map((values) => (Array.isArray(values) ? values : [values]));
      const products = (lists[0] ?? []).map((_, index) =>
        lists.reduce((product, values) => product * (Number(values[index]) || 0), 1),
      );
      return products.reduce((sum, product) => sum + product, 0);
    }
    case 'INT':
      return Math.floor(Number(single(list as Value)));
    case 'IF':
      return (single(list as Value) ? second : given[2]) as Value;
    case 'ROUND':
      return rounded(Number(single(list as Value)), Number(second), Math.round);
    case 'ROUNDUP':
      return rounded(Number(single(list as Value)), Number(second), Math.ceil);
    default:
      throw new Error(`the sheet does not know ${name}`);
  }
}

/** Excel rounds the fifteen digits it shows, half away from zero, not the binary fraction behind them. */
function rounded(value: number, digits: number, round: (value: number) => number): number {
  const scaled = Number((Math.abs(value) * 10 ** digits).toPrecision(15));
  return (Math.sign(value) * round(scaled)) / 10 ** digits;
}
