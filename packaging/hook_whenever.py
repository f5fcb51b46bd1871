"""Before the frozen application starts: on Python 3.11, stand in for a module of whenever's.

whenever expects `_typing_312` to stop with a SyntaxError on 3.11, but a frozen application holds
only modules that compile, so there it would be missing altogether.
"""

import sys
import types

if sys.version_info < (3, 12):
    sys.modules.setdefault("whenever._typing_312", types.ModuleType("whenever._typing_312"))
