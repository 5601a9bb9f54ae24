"""Reading: text in, Result out, with NumPy and ONNX Runtime alone."""
