"""Everything one watches or looks at: pictures, galleries, videos, and the files behind them."""
