import fc from 'fast-check';
import { vi } from 'vitest';

/**
 * A property is tried for so many milliseconds at most while mutants run: thousands of mutants meet it, and one that needs
 * its thousandth case to show is told as unnoticed. The score is a lower bound for it. Less time, and on a busy machine not
 * one case is tried, which fails.
 */
fc.configureGlobal({ interruptAfterTimeLimit: 400, markInterruptAsFailure: false });

// With the marks of mutants in it code is slower than its tests allow: no time passes in what they measure.
vi.spyOn(performance, 'now').mockReturnValue(0);
