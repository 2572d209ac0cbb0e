import fc from 'fast-check';

/**
 * A property is tried for so many milliseconds at most while mutants run: thousands of mutants meet it, and one that needs
 * its thousandth case to show is told as unnoticed. The score is a lower bound for it.
 */
fc.configureGlobal({ interruptAfterTimeLimit: 150, markInterruptAsFailure: false });
